import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith } from "~/core/list-query";
import { rowRange } from "~/core/pagination";
import { localePath } from "~/core/paths";
import { Pagination } from "~/ui/pagination";

import type { ListedEvent } from "../queries.server";
import { eventsPerPage } from "../rules";
import type { EventListParams } from "../schema";
import { GroupedEvents } from "./grouped-events";
import { NoEvents } from "./no-events";

type Props = { query: EventListParams; list: { total: number; pages: number; rows: ListedEvent[] }; now: number };

/** A page of the list of events: how many there are, the events under their headings, and the other pages. */
export function EventResults({ query, list: { total, pages, rows }, now }: Props) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  if (rows.length === 0) return <NoEvents query={query} />;
  const page = query.page ?? 1;
  const grouping = query.day || query.month ? "day" : query.when === "past" ? "month" : "nearness";
  return (
    <div>
      <p role="status" className="soft">
        {t("list.found", { count: total })}
      </p>
      <GroupedEvents events={rows} now={now} by={grouping} chosenDay={query.day} />
      <Pagination
        summary={t("list.shown", { ...rowRange(page, eventsPerPage, rows.length), total: formatNumber(total, locale) })}
        page={page}
        pages={pages}
        addressOf={(page) => localePath(locale, `/events${queryWith(query, { page })}`)}
      />
    </div>
  );
}
