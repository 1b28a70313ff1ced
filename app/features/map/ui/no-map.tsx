import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { EmptyState } from "~/ui/empty-state";

/** Replaces the map while there is no country to show. */
export function NoMap() {
  const { t } = useTranslation("map");
  const locale = useLocale();
  return (
    <EmptyState
      title={t("page.emptyTitle")}
      text={t("page.emptyText")}
      actions={<ButtonLink to={localePath(locale, "/chapters")}>{t("page.emptyAction")}</ButtonLink>}
    />
  );
}
