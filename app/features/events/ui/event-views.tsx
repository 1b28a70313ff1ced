import CalendarDays from "lucide-react/icons/calendar-days";
import List from "lucide-react/icons/list";

import { queryWith } from "~/core/list-query";
import { useTranslation } from "~/core/i18n/use-translation";
import { Tabs } from "~/ui/tabs";

import { monthOf } from "../month";
import type { AskedEvents } from "../schema";

/** Tabs: events as a list or as a month; the filters are kept, and the month that is shown. */
export function EventViews({ asked }: { asked: AskedEvents }) {
  const { t } = useTranslation("events");
  const month = asked.day ? monthOf(asked.day) : asked.month;
  const isMonth = asked.view === "month";
  return (
    <Tabs
      label={t("view.title")}
      tabs={[
        { to: isMonth ? queryWith(asked, { view: undefined }) : queryWith(asked, {}), label: t("view.list"), icon: List, isCurrent: !isMonth },
        { to: queryWith(asked, { view: "month", month, day: undefined, when: undefined }), label: t("view.month"), icon: CalendarDays, isCurrent: isMonth },
      ]}
    />
  );
}
