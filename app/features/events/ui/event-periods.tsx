import { queryWith } from "~/core/list-query";
import { useTranslation } from "~/core/i18n/use-translation";
import { Tabs } from "~/ui/tabs";

import type { EventListParams } from "../schema";

/** The period of the list, as tabs; none is current where a month or a day was chosen. */
export function EventPeriods({ query }: { query: EventListParams }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const when = query.day || query.month ? null : (query.when ?? "coming");
  const tab = (period: NonNullable<typeof when>, label: string) => ({
    to: queryWith(query, { when: period === "coming" ? undefined : period, month: undefined, day: undefined }),
    label,
    isCurrent: when === period,
  });
  return (
    <Tabs
      label={t("list.when")}
      tabs={[
        tab("coming", t("list.coming")),
        tab("week", common("ui.thisWeek")),
        tab("month", common("ui.thisMonth")),
        tab("past", t("list.past")),
      ]}
    />
  );
}
