import type { Locale } from "~/core/i18n/config";
import { dayOf, formatDate, formatDateTime, formatTime } from "~/core/i18n/format";
import type { MailboxLetter } from "~/core/mail/mailbox.server";
import { languages } from "~/ui/languages";

import type { ListedLetter, OpenLetter } from "./ui/mailbox";

/** Whoever reads this mailbox sits at this machine, so its clock is theirs. */
const readerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A letter as the list shows it: with the time if it came today, else the date. */
export function toListedLetter({ id, to, subject, at, letter }: MailboxLetter, locale: Locale, now = new Date()): ListedLetter {
  const zone = readerZone();
  const isToday = dayOf(at, zone) === dayOf(now, zone);
  const when = isToday ? formatTime(at, zone) : formatDate(at, locale, "dayMonthShort", zone);
  return { id, to, subject, at, when, lang: letter.locale === locale ? undefined : letter.locale };
}

export function toOpenLetter(stored: MailboxLetter, locale: Locale): OpenLetter {
  const { letter, at } = stored;
  return { ...letter, ...toListedLetter(stored, locale), language: languages[letter.locale].name, moment: formatDateTime(at, locale, "long", readerZone()) };
}
