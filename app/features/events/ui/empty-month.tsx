import { toQueryString } from "~/core/list-query";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { EmptyState } from "~/ui/empty-state";

import type { EventListParams } from "../schema";

/** A month without events, or without any that match the filters. */
export function EmptyMonth({ query }: { query: EventListParams }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { view, month, ...filters } = query;
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <EmptyState
      title={t("month.nothing")}
      text={isFiltered ? common("empty.search") : t("month.nothingText")}
      actions={
        <>
          {isFiltered ? (
            <ButtonLink to={localePath(locale, `/events${toQueryString({ view, month })}`)} tone="primary">
              {common("action.clearFilters")}
            </ButtonLink>
          ) : null}
          <ButtonLink to={localePath(locale, "/events")}>{t("month.toComing")}</ButtonLink>
        </>
      }
    />
  );
}
