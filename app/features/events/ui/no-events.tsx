import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { EmptyState } from "~/ui/empty-state";

import type { EventListParams } from "../schema";

/** No event matches the filters, or there is none at all: what to do instead. */
export function NoEvents({ query }: { query: EventListParams }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { when, page: _page, ...filters } = query;
  const isFiltered = Object.values(filters).some(Boolean) || when === "week" || when === "month";
  return (
    <EmptyState
      title={t("list.nothing")}
      text={isFiltered ? common("empty.search") : t("empty.events")}
      actions={
        <>
          {isFiltered ? (
            <ButtonLink to={localePath(locale, "/events")} tone="primary">
              {common("action.clearFilters")}
            </ButtonLink>
          ) : null}
          {when === "past" ? null : <ButtonLink to={localePath(locale, "/events?when=past")}>{t("list.pastLong")}</ButtonLink>}
          <ButtonLink to={localePath(locale, "/chapters")}>{t("list.findChapter")}</ButtonLink>
        </>
      }
    />
  );
}
