import { getFixedT } from "~/core/i18n/i18n.server";
import { button, memberFrame, salutation } from "~/core/mail/letter-frame.server";
import type { LetterRenderers } from "~/core/outbox/send.server";

/** The letters about a membership itself, by their kind in the outbox; see `private.leave_association`. */
export const memberLetters: LetterRenderers = {
  member_left: ({ locale, givenName }) => {
    const t = getFixedT(locale, "members");
    return {
      ...memberFrame(locale),
      subject: t("mail.leftSubject"),
      lines: [salutation(locale, givenName), t("mail.leftLine"), t("mail.leftNotYou")],
      button: button(locale, t("mail.openAccount"), "/settings/account"),
    };
  },
};
