import type { ParseKeys } from "i18next";
import { z } from "zod";

import { env } from "~/core/env.server";
import { safePath } from "~/core/http";
import { defaultLocale, isLocale, type Locale } from "~/core/i18n/config";
import { getFixedT } from "~/core/i18n/i18n.server";
import { deliver } from "~/core/mail/deliver.server";
import type { Letter } from "~/core/mail/letter";
import { button } from "~/core/mail/letter-frame.server";

import { seal } from "./link-seal.server";
import type { LinkType } from "./schema";

/** The payload of Supabase's Send Email hook (https://supabase.com/docs/guides/auth/auth-hooks/send-email-hook). */
export const authMailSchema = z.object({
  user: z.object({
    email: z.string(),
    new_email: z.string().optional(),
    user_metadata: z.record(z.string(), z.unknown()).optional(),
  }),
  email_data: z.object({
    token: z.string().default(""),
    token_hash: z.string().default(""),
    token_hash_new: z.string().optional(),
    email_action_type: z.string(),
    redirect_to: z.string().optional(),
  }),
});

/**
 * Sends a letter of the auth service: hosted Supabase calls our signed hook, the embedded backend its mail driver, both end here.
 * It goes out at once and never through the outbox, as its code must not be stored in a table. Throws when it was not accepted.
 */
export async function sendAuthMail({ user, email_data: sent }: z.infer<typeof authMailSchema>): Promise<void> {
  const { locale: wanted } = user.user_metadata ?? {};
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  switch (sent.email_action_type) {
    case "signup":
    case "invite":
      return deliver(user.email, confirmation(locale, sent));
    case "recovery":
      return deliver(user.email, reset(locale, sent.token_hash));
    case "email_change":
      // Both mailboxes confirm. In the hook's payload `token_hash` belongs to the new address, `token_hash_new` to the old one.
      if (sent.token_hash && user.new_email) await deliver(user.new_email, change(locale, sent.token_hash, user.new_email));
      if (sent.token_hash_new) await deliver(user.email, change(locale, sent.token_hash_new, user.new_email ?? ""));
      return;
    default:
      return deliver(user.email, code(locale, sent));
  }
}

/** To an address that already has an account: whoever tries to sign up with it must see no difference on the page. */
export async function sendKnownAddress(email: string, locale: Locale): Promise<void> {
  const t = getFixedT(locale, "account");
  const signIn = button(locale, getFixedT(locale, "common")("action.signIn"), "/sign-in");
  await deliver(email, { ...accountFrame(locale), subject: t("mail.knownSubject"), lines: [t("mail.knownLine")], button: signIn });
}

/** Leads to a page with one button to press: programs that open every link of a letter do not use up the token. */
function confirmButton(locale: Locale, label: ParseKeys<"common">, type: LinkType, tokenHash: string, redirectTo = ""): Letter["button"] {
  const { SITE_URL } = env();
  const to = redirectTo.startsWith(`${SITE_URL}/`) ? safePath(redirectTo.slice(SITE_URL.length), "/") : "/";
  const query = new URLSearchParams({ type, token_hash: seal(type, tokenHash), ...(to === "/" ? {} : { to }) });
  return button(locale, getFixedT(locale, "common")(label), `/auth/confirm?${query}`);
}

/** What every letter about an account has: its language, who writes, and why the reader gets it. */
export function accountFrame(locale: Locale): Pick<Letter, "locale" | "signature" | "reason"> {
  return { locale, signature: getFixedT(locale, "common")("ui.signature"), reason: getFixedT(locale, "account")("mail.reason") };
}

type Sent = z.infer<typeof authMailSchema>["email_data"];

function confirmation(locale: Locale, { token, token_hash: tokenHash, redirect_to: to }: Sent): Letter {
  const t = getFixedT(locale, "account");
  return {
    ...accountFrame(locale),
    subject: t("mail.confirmSubject"),
    lines: [t("mail.confirmLine"), t("mail.orCode")],
    code: token,
    button: confirmButton(locale, "action.confirmEmail", "email", tokenHash, to),
  };
}

function code(locale: Locale, { token, token_hash: tokenHash, redirect_to: to }: Sent): Letter {
  const t = getFixedT(locale, "account");
  return {
    ...accountFrame(locale),
    subject: t("mail.codeSubject", { code: token }),
    lines: [t("mail.codeLine", { code: token })],
    code: token,
    // A code that confirms an action on the page where it was requested comes without a link.
    ...(tokenHash ? { button: confirmButton(locale, "action.signIn", "email", tokenHash, to) } : {}),
  };
}

function reset(locale: Locale, tokenHash: string): Letter {
  const t = getFixedT(locale, "account");
  const toReset = confirmButton(locale, "action.resetPassword", "recovery", tokenHash);
  return { ...accountFrame(locale), subject: t("mail.resetSubject"), lines: [t("mail.resetLine")], button: toReset };
}

function change(locale: Locale, tokenHash: string, address: string): Letter {
  const t = getFixedT(locale, "account");
  const toConfirm = confirmButton(locale, "action.confirmEmail", "email_change", tokenHash);
  return { ...accountFrame(locale), subject: t("mail.emailChangeSubject"), lines: [t("mail.emailChangeLine", { address })], button: toConfirm };
}
