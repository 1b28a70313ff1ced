import { Link } from "@remix-run/react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { SectionHead } from "~/ui/section-head";

/** What cannot be done here, and who is asked for it. */
export function EraseSection() {
  const { t } = useTranslation("members");
  const locale = useLocale();
  return (
    <section aria-labelledby="erase">
      <SectionHead id="erase" title={t("myData.erase")} text={t("myData.eraseText")} />
      <p>
        <Link to={localePath(locale, "/me#chapters")}>{t("myData.eraseLeaders")}</Link>
      </p>
    </section>
  );
}
