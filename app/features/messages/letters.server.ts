import { z } from "zod";

import { getFixedT } from "~/core/i18n/i18n.server";
import { localizedText } from "~/core/i18n/language-map";
import { memberFrame, salutation } from "~/core/mail/letter-frame.server";
import type { LetterRenderers } from "~/core/outbox/send.server";
import { languageMap } from "~/core/supabase/row-schemas";
import { oneLine } from "~/core/text";

/** The outbox payload of a message; see `private.write_message`. */
const messagePayload = z.object({
  chapter: languageMap.nullable(),
  event: languageMap.nullable(),
  is_passed_on: z.boolean(),
  written: z.object({ text: z.string(), name: z.string().nullable(), email: z.string(), home: languageMap.nullable() }),
});

/** Messages to office holders, as letters: a reply goes straight to the writer, not through us. */
export const messageLetters: LetterRenderers = {
  message: ({ payload, locale, givenName }) => {
    const { chapter, event, is_passed_on: isPassedOn, written } = messagePayload.parse(payload);
    const t = getFixedT(locale, "messages");
    const name = oneLine(written.name ?? "");
    const from = [
      t("mail.from", { name: name || t("mail.noMember") }),
      written.home && t("mail.home", { chapter: localizedText(written.home, locale) }),
      t("mail.address", { address: written.email }),
    ];
    const subject = () => {
      if (event) return t("mail.subjectEvent", { event: localizedText(event, locale) });
      if (chapter) return t("mail.subjectChapter", { chapter: localizedText(chapter, locale) });
      return t("mail.subject", { name: name || written.email });
    };
    return {
      ...memberFrame(locale),
      reason: t("mail.reason"),
      subject: subject(),
      lines: [
        salutation(locale, givenName),
        ...(isPassedOn ? [t("mail.passedOn", { chapter: localizedText(chapter, locale) })] : []),
        from.filter(Boolean).join("\n"),
        t("mail.answer"),
      ],
      quote: written.text,
      replyTo: { name, address: written.email },
    };
  },
};
