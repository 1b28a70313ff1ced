import { formatDateTime } from "~/core/i18n/format";
import { localize, langAttribute } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";

import type { MyEvent } from "../schema";

/** The member's next event that is on and where they have a place, in a sentence; without one, what to do about it. */
export function NextEvent({ events }: { events: MyEvent[] }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const next = events.find(({ state, mine }) => state === "published" && mine.state === "registered");
  const title = localize(next?.title, locale);
  if (!next || !title) return t("mine.noneComingText");
  return (
    <>
      {t("mine.next")} <span lang={langAttribute(title)}>{title.text}</span>
      <br />
      {t("mine.starts", { date: formatDateTime(next.startsAt, locale, "weekdayDayMonth", next.clock) })}
    </>
  );
}
