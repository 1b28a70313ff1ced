import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { EmptyState } from "~/ui/empty-state";

import type { ChapterListParams } from "../schema";

/** No chapter matches the search and filters, or there is none at all: what to do instead. */
export function NoChapters({ query: { page: _page, ...chosen } }: { query: ChapterListParams }) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  if (!Object.values(chosen).some(Boolean)) {
    return (
      <EmptyState
        title={t("finder.noneYet")}
        text={t("finder.noneYetText")}
        actions={
          <ButtonLink to={localePath(locale, "/join")} tone="primary">
            {common("nav.join")}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t("finder.nothing")}
      text={t("finder.nothingText")}
      actions={
        <>
          <ButtonLink to={localePath(locale, "/chapters")} tone="primary">
            {t("finder.everything")}
          </ButtonLink>
          <ButtonLink to={localePath(locale, "/chapters?kind=country")}>{t("finder.byCountry")}</ButtonLink>
        </>
      }
    />
  );
}
