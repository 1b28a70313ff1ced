import { z } from "zod";

import { getFixedT } from "~/core/i18n/i18n.server";
import { wordsIn } from "~/core/i18n/language-map";
import { button, memberFrame, salutation } from "~/core/mail/frame.server";
import type { Renderers } from "~/core/outbox/send.server";
import { words } from "~/core/supabase/rows";

/** What the database writes into the outbox with a request's letter; see `private.join_chapter` and `private.decide_request`. */
const requestPayload = z.object({ chapter: words, slug: z.string(), reason: z.string().nullish() });

/** The letters about requests to join, by the kind under which the outbox keeps them. */
export const chapterLetters: Renderers = {
  request_received: ({ payload, locale, givenName }) => {
    const request = requestPayload.parse(payload);
    const t = getFixedT(locale, "chapters");
    return {
      ...memberFrame(locale),
      subject: t("mail.requestReceivedSubject", { chapter: wordsIn(request.chapter, locale) }),
      lines: [salutation(locale, givenName), t("mail.requestReceivedLine")],
      button: button(locale, t("mail.openRequests"), `/lead/${request.slug}/requests`),
    };
  },
  request_approved: ({ payload, locale, givenName }) => {
    const request = requestPayload.parse(payload);
    const t = getFixedT(locale, "chapters");
    return {
      ...memberFrame(locale),
      subject: t("mail.requestApprovedSubject", { chapter: wordsIn(request.chapter, locale) }),
      lines: [salutation(locale, givenName), t("mail.requestApprovedLine")],
      button: button(locale, t("mail.openChapter"), `/chapters/${request.slug}`),
    };
  },
  request_declined: ({ payload, locale, givenName }) => {
    const request = requestPayload.parse(payload);
    const t = getFixedT(locale, "chapters");
    return {
      ...memberFrame(locale),
      subject: t("mail.requestDeclinedSubject", { chapter: wordsIn(request.chapter, locale) }),
      lines: [salutation(locale, givenName), t("mail.requestDeclinedLine", { reason: request.reason ?? "" })],
      button: button(locale, t("mail.findChapter"), "/chapters"),
    };
  },
};
