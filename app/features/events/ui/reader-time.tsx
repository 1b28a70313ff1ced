import { dayOf, formatDate, formatOffset, formatTime } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { useHydrated } from "~/ui/use-hydrated";

/** The browser's time zone, which the server does not know. */
export const readerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const isToday = (at: number, zone: string) => dayOf(at, zone) === dayOf(Date.now(), zone);

/** Follows a time: what the reader's own clock says then, if that is another; before hydration, and if it is the same, the offset from UTC. */
export function ReaderTime({ at, clock }: { at: number; clock: string }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const isHydrated = useHydrated();
  const offset = formatOffset(at, clock);
  const zone = isHydrated ? readerZone() : clock;
  if (formatOffset(at, zone) === offset) return <span className="reader-time">{offset}</span>;
  const time = formatTime(at, zone);
  // What is today there can be tomorrow for the reader, at an hour that has passed on their today.
  const isOtherDay = dayOf(at, zone) !== dayOf(at, clock) || (isToday(at, clock) && !isToday(at, zone));
  const when = isOtherDay ? `${formatDate(at, locale, "dayMonthShort", zone)}, ${time}` : time;
  return <span className="reader-time">{t("time.yours", { time: when })}</span>;
}
