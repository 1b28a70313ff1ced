import { getFixedT } from "~/core/i18n/i18n.server";
import { button } from "~/core/mail/letter-frame.server";
import type { LetterRenderers } from "~/core/outbox/send.server";

import { accountFrame } from "./auth-mail.server";

/** The letters about an account that go through the outbox; see `private.erase_account`. Those that let somebody sign in never do. */
export const accountLetters: LetterRenderers = {
  account_erased: ({ locale }) => {
    const t = getFixedT(locale, "account");
    return {
      ...accountFrame(locale),
      subject: t("mail.erasedSubject"),
      lines: [t("mail.erasedLine"), t("mail.erasedLast"), t("mail.erasedNotYou")],
      button: button(locale, getFixedT(locale, "common")("nav.join"), "/join"),
    };
  },
};
