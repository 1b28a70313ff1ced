import type { Locale } from "~/core/i18n/config";
import { dayOf, formatTime } from "~/core/i18n/format";
import { getFixedT } from "~/core/i18n/i18n.server";

import type { Attendee, DeskEvent } from "./queries.server";

/** Header and rows of the file of attendees; times in the event's zone, in a form that spreadsheets sort. */
export function attendeeExportRows(people: Attendee[], { zone }: Pick<DeskEvent, "zone">, locale: Locale): (string | number | null)[][] {
  const t = getFixedT(locale, "events");
  const common = getFixedT(locale, "common");
  const head = [
    common("ui.surname"), common("ui.givenName"), common("ui.patronymic"), common("ui.latinName"), common("term.university"),
    t("attendees.state"), t("attendees.line"), t("attendees.since"),
  ];
  const rows = people.map((person) => [
    person.surname ?? t("attendees.erased"), person.givenName, person.patronymic, person.latinName, person.university,
    t(`label.registration.${person.state}`), person.placeInLine, `${dayOf(person.since, zone)} ${formatTime(person.since, zone)}`,
  ]);
  return [head, ...rows];
}
