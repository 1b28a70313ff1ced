import { queryWith } from "~/core/list-query";
import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { rowRange } from "~/core/pagination";
import { localePath } from "~/core/paths";
import { Pagination } from "~/ui/pagination";

import type { ListedEvent } from "../queries.server";
import { eventsPerPage } from "../rules";
import type { AskedEvents } from "../schema";
import { GroupedEvents } from "./grouped-events";
import { NoEvents } from "./no-events";

type Props = { asked: AskedEvents; list: { total: number; pages: number; rows: ListedEvent[] }; now: number };

/** A page of the list of events: how many there are, the events under their headings, and the other pages. */
export function EventsOfList({ asked, list: { total, pages, rows }, now }: Props) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  if (rows.length === 0) return <NoEvents asked={asked} />;
  const page = asked.page ?? 1;
  return (
    <div>
      <p role="status" className="soft">
        {t("list.found", { count: total })}
      </p>
      <GroupedEvents events={rows} now={now} by={asked.day || asked.month ? "day" : asked.when === "past" ? "month" : "nearness"} chosenDay={asked.day} />
      <Pagination
        summary={t("list.shown", { ...rowRange(page, eventsPerPage, rows.length), total: formatNumber(total, locale) })}
        page={page}
        pages={pages}
        addressOf={(page) => localePath(locale, `/events${queryWith(asked, { page })}`)}
      />
    </div>
  );
}
