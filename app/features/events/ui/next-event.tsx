import { formatDateTime } from "~/core/i18n/format";
import { inLanguage, langOf } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";

import type { MyEvent } from "../schema";

/** The first event somebody really comes to, in a sentence; what to do about it where there is none. */
export function NextEvent({ events }: { events: MyEvent[] }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const next = events.find(({ state, mine }) => state === "published" && mine.state === "registered");
  const title = inLanguage(next?.title, locale);
  if (!next || !title) return t("mine.noneComingText");
  return (
    <>
      {t("mine.next")} <span lang={langOf(title)}>{title.text}</span>
      <br />
      {t("mine.starts", { date: formatDateTime(next.startsAt, locale, "weekdayDayMonth", next.clock) })}
    </>
  );
}
