import { Link, useLocation } from "@remix-run/react";

import { locales } from "~/core/i18n/config";
import { useLocale } from "~/core/i18n/use-locale";

import { languagePath } from "./language-path";
import { languages } from "./languages";

/** Links to this page in each language, named in that language. The document is loaded anew: its `lang` and its fonts change. */
export function LanguageLinks({ short }: { short?: boolean }) {
  const locale = useLocale();
  const { pathname, search } = useLocation();
  return (
    <>
      {locales.map((code) => (
        <Link
          key={code}
          to={languagePath(pathname, search, code)}
          reloadDocument
          lang={code}
          hrefLang={code}
          aria-current={code === locale || undefined}
        >
          {short ? (
            <>
              <span>{languages[code].short}</span>
              <span className="visually-hidden">{languages[code].rest}</span>
            </>
          ) : (
            languages[code].name
          )}
        </Link>
      ))}
    </>
  );
}
