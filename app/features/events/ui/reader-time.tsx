import { dayOf, formatDate, formatOffset, formatTime } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { useHydrated } from "~/ui/use-hydrated";

/** The zone of the browser; the server knows none. */
export const readerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const isToday = (at: number, zone: string) => dayOf(at, zone) === dayOf(Date.now(), zone);

/** Behind an hour: what the reader's own clock says then, where it is another; before scripts run, and where it is the same, how far the zone is from UTC. */
export function ReaderTime({ at, clock }: { at: number; clock: string }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const isHydrated = useHydrated();
  const offset = formatOffset(at, clock);
  const own = isHydrated ? readerZone() : clock;
  if (formatOffset(at, own) === offset) return <span className="reader-time">{offset}</span>;
  const time = formatTime(at, own);
  // Today there can be tomorrow here, at an hour that has passed today.
  const isOtherDay = dayOf(at, own) !== dayOf(at, clock) || (isToday(at, clock) && !isToday(at, own));
  const when = isOtherDay ? `${formatDate(at, locale, "dayMonthShort", own)}, ${time}` : time;
  return <span className="reader-time">{t("time.yours", { time: when })}</span>;
}
