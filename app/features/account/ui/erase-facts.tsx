import { Link } from "@remix-run/react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Notice } from "~/ui/notice";
import { SectionHead } from "~/ui/section-head";

const erasedFacts = ["erase.gonePerson", "erase.goneStudy", "erase.gonePlaces", "erase.goneLetters"] as const;
const keptFacts = ["erase.keptFigures", "erase.keptEvents", "erase.keptConsents"] as const;

/** What is erased with the account, and what stays without a name. Somebody who is not a member has nothing but the account. */
export function EraseFacts({ isMember }: { isMember: boolean }) {
  const { t } = useTranslation("account");
  const locale = useLocale();
  if (!isMember) return <p>{t("erase.accountOnly")}</p>;
  return (
    <>
      <section aria-labelledby="gone">
        <SectionHead id="gone" title={t("erase.gone")} />
        <ul className="bulleted">
          {erasedFacts.map((fact) => (
            <li key={fact}>{t(fact)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="kept">
        <SectionHead id="kept" title={t("erase.kept")} />
        <ul className="bulleted">
          {keptFacts.map((fact) => (
            <li key={fact}>{t(fact)}</li>
          ))}
        </ul>
      </section>
      <Notice>
        {t("erase.copyFirst")}{" "}
        <Link to={localePath(locale, "/settings/privacy/data.json")} reloadDocument>
          {t("erase.copy")}
        </Link>
      </Notice>
    </>
  );
}
