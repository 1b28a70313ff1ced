import type { HandedOver, MailDriver } from "./auth-service";
import type { AuthMail } from "./types";
import { metadata, type Users } from "./users";

/** Turns what the auth service wants to send into the payload of the Send Email hook, with the reader's metadata, and hands it on. */
export function createMailDriver(users: () => Users, siteUrl: string, sendAuthMail: (mail: AuthMail) => Promise<void>): MailDriver {
  return {
    async send({ to, html }) {
      const handed = JSON.parse(unescape(html ?? "{}")) as HandedOver;
      const user = (await users().byEmail(handed.email)) ?? (await users().byEmail(to));
      const isNewAddress = handed.action === "email_change" && to === handed.new_email;
      const isOldAddress = handed.action === "email_change" && !isNewAddress;
      await sendAuthMail({
        user: {
          email: handed.action === "email_change" ? (user?.email ?? handed.email) : to,
          ...(handed.action === "email_change" ? { new_email: handed.new_email } : {}),
          user_metadata: metadata(user?.raw_user_meta_data),
        },
        email_data: {
          // As the hook has it: the plain pair belongs to the new address, the "new" pair to the old one.
          token: isOldAddress ? "" : handed.token,
          token_hash: isOldAddress ? "" : handed.token_hash,
          ...(isOldAddress ? { token_new: handed.token, token_hash_new: handed.token_hash } : {}),
          redirect_to: handed.redirect_to,
          email_action_type: handed.action,
          site_url: siteUrl,
        },
      });
    },
  };
}

/** Templates are HTML to the auth service, so it may escape what it puts in. */
const unescape = (text: string) => text.replaceAll("&amp;", "&").replaceAll("&#x27;", "'").replaceAll("&#39;", "'");
