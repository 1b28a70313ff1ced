import { z } from "zod";

import { formatDate, formatTime, formatTimes } from "~/core/i18n/format";
import { getFixedT } from "~/core/i18n/i18n.server";
import { localize, localizedText } from "~/core/i18n/language-map";
import type { Line } from "~/core/mail/letter";
import { button, memberFrame, salutation } from "~/core/mail/letter-frame.server";
import { Undeliverable } from "~/core/mail/undeliverable";
import type { LetterInput, LetterRenderers } from "~/core/outbox/send.server";
import { languageMap } from "~/core/supabase/row-schemas";

/** The outbox payload of a letter about an event; see `private.tell_attendees` and `private.register_for_event`. */
const eventPayload = z.object({
  slug: z.string(),
  title: languageMap,
  starts_at: z.string(),
  clock: z.string(),
  venue: z.string().nullable(),
  /** These are missing in letters that were queued before they were added. */
  ends_at: z.string().optional(),
  ends_clock: z.string().optional(),
  city: languageMap.nullish(),
  position: z.number().optional(),
  reason: z.string().optional(),
});

const day = 86_400_000;

/** A letter that was held up by a mail server until a day after its event would only puzzle its reader: it is no longer sent. */
function eventLetter({ payload, locale, givenName }: LetterInput, write: (facts: Facts) => { subject: string; lines: Line[] }) {
  const event = eventPayload.parse(payload);
  if (Date.parse(event.ends_at ?? event.starts_at) < Date.now() - day) throw new Undeliverable("The event ended more than a day ago.");
  const t = getFixedT(locale, "events");
  const times = event.ends_at ? formatTimes(event.starts_at, event.ends_at, event.clock, event.ends_clock) : formatTime(event.starts_at, event.clock);
  const date = `${formatDate(event.starts_at, locale, "full", event.clock)}, ${times} (${event.clock})`;
  const place = [event.venue, event.city && localizedText(event.city, locale)].filter(Boolean).join(", ");
  const shown = localize(event.title, locale);
  const { subject, lines } = write({
    t,
    event: localizedText(event.title, locale),
    date,
    place: place || t("label.format.online"),
    position: event.position ?? 0,
    reason: event.reason ?? "",
  });
  const foreignTitle: Line[] = shown?.isFallback ? [{ text: shown.text, lang: shown.lang }] : [];
  return {
    ...memberFrame(locale),
    subject,
    lines: [salutation(locale, givenName), ...foreignTitle, ...lines],
    button: button(locale, t("mail.openEvent"), `/events/${event.slug}`),
  };
}

type Facts = { t: ReturnType<typeof getFixedT<"events">>; event: string; date: string; place: string; position: number; reason: string };

/** The letters about events, by their kind in the outbox. */
export const eventLetters: LetterRenderers = {
  registered: (to) =>
    eventLetter(to, ({ t, event, date, place }) => ({
      subject: t("mail.registeredSubject", { event }),
      lines: [t("mail.registeredLine", { event, date }), t("mail.place", { place })],
    })),
  waiting: (to) =>
    eventLetter(to, ({ t, event, position }) => ({ subject: t("mail.waitingSubject", { event }), lines: [t("mail.waitingLine", { position })] })),
  promoted: (to) =>
    eventLetter(to, ({ t, event, date, place }) => ({
      subject: t("mail.promotedSubject", { event }),
      lines: [t("mail.promotedLine", { date }), t("mail.place", { place })],
    })),
  event_changed: (to) =>
    eventLetter(to, ({ t, event, date, place }) => ({ subject: t("mail.changedSubject", { event }), lines: [t("mail.changedLine", { place, date })] })),
  registration_removed: (to) =>
    eventLetter(to, ({ t, event, reason }) => ({ subject: t("mail.removedSubject", { event }), lines: [t("mail.removedLine", { reason })] })),
  event_cancelled: (to) =>
    eventLetter(to, ({ t, event, reason }) => ({ subject: t("mail.cancelledSubject", { event }), lines: [t("mail.cancelledLine", { reason })] })),
};
