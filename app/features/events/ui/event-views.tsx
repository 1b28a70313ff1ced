import CalendarDays from "lucide-react/icons/calendar-days";
import List from "lucide-react/icons/list";

import { queryWith } from "~/core/list-query";
import { useTranslation } from "~/core/i18n/use-translation";
import { Tabs } from "~/ui/tabs";

import { monthOf } from "../month";
import type { EventListParams } from "../schema";

/** Tabs: events as a list or as a month; the filters are kept, and the month that is shown. */
export function EventViews({ query }: { query: EventListParams }) {
  const { t } = useTranslation("events");
  const month = query.day ? monthOf(query.day) : query.month;
  const isMonth = query.view === "month";
  return (
    <Tabs
      label={t("view.title")}
      tabs={[
        { to: isMonth ? queryWith(query, { view: undefined }) : queryWith(query, {}), label: t("view.list"), icon: List, isCurrent: !isMonth },
        { to: queryWith(query, { view: "month", month, day: undefined, when: undefined }), label: t("view.month"), icon: CalendarDays, isCurrent: isMonth },
      ]}
    />
  );
}
