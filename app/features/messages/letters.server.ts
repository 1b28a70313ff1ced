import { z } from "zod";

import { getFixedT } from "~/core/i18n/i18n.server";
import { wordsIn } from "~/core/i18n/language-map";
import { memberFrame, salutation } from "~/core/mail/frame.server";
import type { Renderers } from "~/core/outbox/send.server";
import { words } from "~/core/supabase/rows";
import { oneLine } from "~/core/text";

/** The outbox payload of a message; see `private.write_message`. */
const messagePayload = z.object({
  chapter: words.nullable(),
  event: words.nullable(),
  is_passed_on: z.boolean(),
  written: z.object({ text: z.string(), name: z.string().nullable(), email: z.string(), home: words.nullable() }),
});

/** Messages to office holders, as letters: a reply goes straight to the writer, not through us. */
export const messageLetters: Renderers = {
  message: ({ payload, locale, givenName }) => {
    const { chapter, event, is_passed_on: isPassedOn, written } = messagePayload.parse(payload);
    const t = getFixedT(locale, "messages");
    const name = oneLine(written.name ?? "");
    const from = [t("mail.from", { name: name || t("mail.noMember") }), written.home && t("mail.home", { chapter: wordsIn(written.home, locale) }), t("mail.address", { address: written.email })];
    const subject = event
      ? t("mail.subjectEvent", { event: wordsIn(event, locale) })
      : chapter
        ? t("mail.subjectChapter", { chapter: wordsIn(chapter, locale) })
        : t("mail.subject", { name: name || written.email });
    return {
      ...memberFrame(locale),
      reason: t("mail.reason"),
      subject,
      lines: [
        salutation(locale, givenName),
        ...(isPassedOn ? [t("mail.passedOn", { chapter: wordsIn(chapter, locale) })] : []),
        from.filter(Boolean).join("\n"),
        t("mail.answer"),
      ],
      quote: written.text,
      replyTo: { name, address: written.email },
    };
  },
};
