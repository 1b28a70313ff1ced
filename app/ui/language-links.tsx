import { Link, useLocation } from "@remix-run/react";

import { saveFormSnapshot } from "~/core/form-snapshot";
import { useLocale } from "~/core/i18n/use-locale";
import { alternates } from "~/core/paths";

import { languages } from "./languages";

/** Links to this page in each language, named in that language. The document is loaded anew: its `lang` and its fonts change. What was typed goes along. */
export function LanguageLinks({ short }: { short?: boolean }) {
  const locale = useLocale();
  const { pathname, search } = useLocation();
  return (
    <>
      {alternates(pathname).map((other) => (
        <Link
          key={other.locale}
          to={other.path + search}
          reloadDocument
          onClick={() => saveFormSnapshot(other.path + search)}
          lang={other.locale}
          hrefLang={other.locale}
          aria-current={other.locale === locale || undefined}
        >
          {short ? (
            <>
              <span>{languages[other.locale].short}</span>
              <span className="visually-hidden">{languages[other.locale].rest}</span>
            </>
          ) : (
            languages[other.locale].name
          )}
        </Link>
      ))}
    </>
  );
}
