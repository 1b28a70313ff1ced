import { Link, useLocation } from "@remix-run/react";

import { useTranslation } from "~/core/i18n/use-translation";

import { languagePath } from "./language-path";
import { languages, pageLanguages } from "./languages";

/** Links to this page in each language, named in that language. The document is loaded anew: its `lang` and its fonts change. */
export function LanguageLinks({ short }: { short?: boolean }) {
  const { i18n } = useTranslation("common");
  const { pathname, search } = useLocation();
  return (
    <>
      {pageLanguages.map((code) => (
        <Link
          key={code}
          to={languagePath(pathname, search, code)}
          reloadDocument
          lang={code}
          hrefLang={code}
          aria-current={code === i18n.language || undefined}
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
