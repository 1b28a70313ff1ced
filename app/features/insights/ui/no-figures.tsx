import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { EmptyState } from "~/ui/empty-state";

/** Nobody was a member here in that time, or nothing was counted yet. */
export function NoFigures() {
  const { t } = useTranslation("insights");
  const locale = useLocale();
  return (
    <EmptyState
      title={t("figures.none.title")}
      text={t("figures.none.text")}
      actions={
        <ButtonLink to={localePath(locale, "/figures")} tone="secondary">
          {t("figures.none.action")}
        </ButtonLink>
      }
    />
  );
}
