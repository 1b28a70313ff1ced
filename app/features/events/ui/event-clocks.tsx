import Clock from "lucide-react/icons/clock";
import MapPin from "lucide-react/icons/map-pin";

import { dayOf, formatDate, formatDateTime, formatOffset, formatTimes } from "~/core/i18n/format";
import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { TwoClocks } from "~/ui/two-clocks";
import { useHydrated } from "~/ui/use-hydrated";

import type { EventPage } from "../queries.server";
import { readerZone } from "./reader-time";

/** Zones of Kazakhstan, home to our members' families; named here, since browsers have no Kazakh names for them. */
const homeZones = ["Almaty", "Aqtau", "Aqtobe", "Atyrau", "Oral", "Qostanay", "Qyzylorda"] as const;

/**
 * The event's times where it is held, and on the reader's own clock. The server does not know the reader's zone: until the page is
 * hydrated, the second clock shows UTC in the same place, so that nothing moves.
 */
export function EventClocks({ event, now }: { event: EventPage; now: number }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const isHydrated = useHydrated();
  const { startsAt, endsAt, clock, endsClock } = event;
  const zone = isHydrated ? readerZone() : "UTC";
  const city = localizedText(event.zoneCity, locale);
  const home = homeZones.find((name) => zone === `Asia/${name}`);

  const isThisYear = dayOf(startsAt, clock).slice(0, 4) === dayOf(now, clock).slice(0, 4);
  const note = (timeZone: string, endZone = timeZone) => {
    const isOneDay = dayOf(startsAt, timeZone) === dayOf(endsAt, endZone);
    // Two where clocks change in between.
    const offset = [...new Set([formatOffset(startsAt, timeZone), formatOffset(endsAt, endZone)])].join(" → ");
    const start = `${formatDate(startsAt, locale, isThisYear ? "weekdayDayMonth" : "full", timeZone)}, ${offset}`;
    return isOneDay ? start : `${start}. ${t("clock.ends", { date: formatDateTime(endsAt, locale, "dayMonth", endZone) })}`;
  };
  const readersLabel = home ? t("clock.yoursIn", { city: t(`zone.${home}`) }) : t("clock.yours");
  const dateTime = new Date(startsAt).toISOString();
  return (
    <TwoClocks
      clocks={[
        {
          icon: MapPin,
          label: city ? t("clock.event", { city }) : t("clock.eventPlain"),
          dateTime,
          time: formatTimes(startsAt, endsAt, clock, endsClock),
          note: note(clock, endsClock),
        },
        {
          icon: Clock,
          label: isHydrated ? readersLabel : t("clock.universal"),
          dateTime,
          time: formatTimes(startsAt, endsAt, zone),
          note: note(zone),
        },
      ]}
    />
  );
}
