import { queryWith } from "~/core/list-query";
import { useTranslation } from "~/core/i18n/use-translation";
import { Tabs } from "~/ui/tabs";

import type { AskedEvents } from "../schema";

/** The period of the list, as tabs; none is current where a month or a day was chosen. */
export function EventPeriods({ asked }: { asked: AskedEvents }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const when = asked.day || asked.month ? null : (asked.when ?? "coming");
  const tab = (period: NonNullable<typeof when>, label: string) => ({
    to: queryWith(asked, { when: period === "coming" ? undefined : period, month: undefined, day: undefined }),
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
