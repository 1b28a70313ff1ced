import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { SectionHead } from "~/ui/section-head";

/** The way to the page that erases the account. */
export function EraseSection() {
  const { t } = useTranslation("account");
  const locale = useLocale();
  return (
    <section aria-labelledby="erase">
      <SectionHead id="erase" title={t("erase.title")} text={t("erase.text")} />
      <ButtonLink to={localePath(locale, "/settings/erase")}>{t("erase.open")}</ButtonLink>
    </section>
  );
}
