import { z } from "zod";

import { formatDate } from "~/core/i18n/format";
import { getFixedT } from "~/core/i18n/i18n.server";
import { localizedText } from "~/core/i18n/language-map";
import { button, memberFrame, salutation } from "~/core/mail/letter-frame.server";
import type { LetterRenderers } from "~/core/outbox/send.server";
import { timestamp, languageMap } from "~/core/supabase/row-schemas";

import { lastDayOf, leaderRoles } from "./rules";

/** The outbox payload of a letter about a request; see `private.join_chapter` and `private.decide_request`. */
const requestPayload = z.object({ chapter: languageMap, slug: z.string(), reason: z.string().nullish() });

const office = { chapter: languageMap, slug: z.string(), office: z.enum(leaderRoles) };
/** The outbox payloads of letters about offices; see `private.appoint` and `private.end_mandate`. */
const appointedPayload = z.object({ ...office, zone: z.string(), from: timestamp, to: timestamp });
const endedPayload = z.object({ ...office, is_withdrawn: z.boolean() });

/** The letters about requests to join and about offices, by their kind in the outbox. */
export const chapterLetters: LetterRenderers = {
  request_received: ({ payload, locale, givenName }) => {
    const request = requestPayload.parse(payload);
    const t = getFixedT(locale, "chapters");
    return {
      ...memberFrame(locale),
      subject: t("mail.requestReceivedSubject", { chapter: localizedText(request.chapter, locale) }),
      lines: [salutation(locale, givenName), t("mail.requestReceivedLine")],
      button: button(locale, t("mail.openRequests"), `/lead/${request.slug}/requests`),
    };
  },
  request_approved: ({ payload, locale, givenName }) => {
    const request = requestPayload.parse(payload);
    const t = getFixedT(locale, "chapters");
    return {
      ...memberFrame(locale),
      subject: t("mail.requestApprovedSubject", { chapter: localizedText(request.chapter, locale) }),
      lines: [salutation(locale, givenName), t("mail.requestApprovedLine")],
      button: button(locale, t("mail.openChapter"), `/chapters/${request.slug}`),
    };
  },
  request_declined: ({ payload, locale, givenName }) => {
    const request = requestPayload.parse(payload);
    const t = getFixedT(locale, "chapters");
    return {
      ...memberFrame(locale),
      subject: t("mail.requestDeclinedSubject", { chapter: localizedText(request.chapter, locale) }),
      lines: [salutation(locale, givenName), t("mail.requestDeclinedLine", { reason: request.reason ?? "" })],
      button: button(locale, t("mail.findChapter"), "/chapters"),
    };
  },
  office_appointed: ({ payload, locale, givenName }) => {
    const { chapter, slug, office, zone, from, to } = appointedPayload.parse(payload);
    const t = getFixedT(locale, "chapters");
    const day = (at: number) => formatDate(at, locale, "numeric", zone);
    return {
      ...memberFrame(locale),
      subject: t("mail.appointedSubject", { chapter: localizedText(chapter, locale) }),
      lines: [
        salutation(locale, givenName),
        t("mail.appointedLine", { role: t(`label.role.${office}`), from: day(from), to: day(lastDayOf(to)) }),
        t("mail.appointedRights"),
        t("mail.appointedName"),
      ],
      button: button(locale, t("mail.openChapter"), `/chapters/${slug}`),
    };
  },
  office_ended: ({ payload, locale, givenName }) => {
    const { chapter, slug, office, is_withdrawn: isWithdrawn } = endedPayload.parse(payload);
    const t = getFixedT(locale, "chapters");
    const role = t(`label.role.${office}`);
    return {
      ...memberFrame(locale),
      subject: t("mail.endedSubject", { chapter: localizedText(chapter, locale) }),
      lines: [salutation(locale, givenName), isWithdrawn ? t("mail.withdrawnLine", { role }) : t("mail.endedLine", { role }), t("mail.endedWrite")],
      button: button(locale, t("mail.openChapter"), `/chapters/${slug}`),
    };
  },
};
