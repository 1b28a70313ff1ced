import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { ErrorPage } from "~/ui/error-page";

/** The 404 page where there is no such chapter, with links onwards. */
export function NoSuchChapter() {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  return (
    <ErrorPage
      status={404}
      title={t("page.notFound")}
      text={t("page.notFoundText")}
      actions={
        <>
          <ButtonLink to={localePath(locale, "/chapters")} tone="primary">
            {t("finder.everything")}
          </ButtonLink>
          <ButtonLink to={localePath(locale, "/map")}>{common("nav.map")}</ButtonLink>
        </>
      }
    />
  );
}
