import { addDays } from "~/core/days";
import type { FormValues } from "~/core/use-server-form";

import type { EventFormOptions, EventToEdit } from "./queries.server";
import { instantsOf } from "./wall-time";

/** The two parts of a wall time: "2026-11-28T18:30" → "2026-11-28", "18:30". */
const day = (wall: string) => wall.slice(0, 10);
const time = (wall: string) => wall.slice(11, 16);

/** A saved event as values of its form. */
export function eventValues(event: EventToEdit): FormValues {
  const isTwice = instantsOf(event.startsLocal, event.zone).length > 1;
  return {
    id: event.id,
    version: String(event.version),
    title: event.title,
    summary: event.summary ?? {},
    description: event.description ?? {},
    kind: event.kind,
    spoken: event.spoken,
    format: event.format,
    city: event.cityId ?? "",
    venue: event.venue ?? "",
    address: event.privateAddress ?? event.address ?? "",
    isAddressInside: event.privateAddress === null ? undefined : "on",
    link: event.link ?? "",
    zone: event.zone,
    startsOn: day(event.startsLocal),
    startsTime: time(event.startsLocal),
    isLaterOfTwo: isTwice ? String(event.isLaterOfTwo) : undefined,
    endsOn: day(event.endsLocal),
    endsTime: time(event.endsLocal),
    closesOn: event.closesLocal ? day(event.closesLocal) : "",
    closesTime: event.closesLocal ? time(event.closesLocal) : "",
    capacity: event.capacity === null ? "" : String(event.capacity),
    visibility: event.visibility,
  };
}

/** The form of a new event begins with the chapter's city and zone, visible to everyone. */
export const newEventValues = (id: string, { zone, cityId }: EventFormOptions): FormValues => ({
  id,
  title: {},
  summary: {},
  description: {},
  spoken: [],
  format: "on_site",
  city: cityId ?? "",
  zone,
  visibility: "everyone",
});

/** A copy of an event: a week later or, when that is past too, with the days still to be chosen. The times of its start and end stay. */
export function copiedEventValues(event: EventToEdit, id: string, now: number): FormValues {
  const values = eventValues(event);
  const isAhead = event.startsAt + 7 * 24 * 60 * 60_000 > now;
  const later = (wall: string | null) => (isAhead && wall ? addDays(day(wall), 7) : "");
  return {
    ...values,
    id,
    version: undefined,
    isLaterOfTwo: undefined,
    startsOn: later(event.startsLocal),
    endsOn: later(event.endsLocal),
    closesOn: later(event.closesLocal),
    closesTime: isAhead ? values.closesTime : "",
  };
}
