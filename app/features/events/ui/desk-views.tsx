import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Tabs } from "~/ui/tabs";

import { deskViews, type DeskView } from "../rules";

/** Coming events, drafts and past ones of a chapter as tabs, each with how many there are. */
export function DeskViews({ chapter, view, counts }: { chapter: string; view: DeskView; counts: Record<DeskView, number> }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const desk = localePath(locale, `/lead/${chapter}/events`);
  return (
    <div className="desk-views">
      <Tabs
        label={t("desk.views")}
        tabs={deskViews.map((each) => ({
          to: each === "coming" ? desk : `${desk}?view=${each}`,
          label: t(`desk.${each}`, { number: formatNumber(counts[each], locale) }),
          isCurrent: each === view,
        }))}
      />
    </div>
  );
}
