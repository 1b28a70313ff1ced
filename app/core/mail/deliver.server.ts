import { randomUUID } from "node:crypto";

import { createTransport, type Transporter } from "nodemailer";

import { env } from "~/core/env.server";
import { backend } from "~/core/supabase/backend.server";

import { renderLetter, type Letter } from "./letter";
import { putIntoMailbox } from "./mailbox.server";
import { isRefusedForGood, Undeliverable } from "./undeliverable";

let transporter: Transporter | undefined;

const hostOf = (siteUrl: string) => new URL(siteUrl).hostname;

/** The same for the same thing: a letter that has to be sent twice can be recognised as one. */
export const messageIdOf = (thing: string): string => `<${thing}@${hostOf(env().SITE_URL)}>`;

/** A mail server that does not answer must not hold a page or the outbox for long. */
const patience = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000 };

/** Whether there is a way for letters at all: a mail server, or the local mailbox. */
export const canDeliver = (): boolean => env().SMTP_URL !== null || backend().embedded;

/** No mail program is to answer, as it would for who is away (RFC 3834); a letter with somebody to answer to is that person's. */
const headersOf = ({ locale, replyTo }: Letter) => ({ "Content-Language": locale, ...(replyTo ? {} : { "Auto-Submitted": "auto-generated" }) });

/** Sends a letter by the configured mail server, else into the local mailbox. Throws when it was not taken, `Undeliverable` when it never will be. */
export async function deliver(to: string, letter: Letter, messageId = messageIdOf(randomUUID())): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  const rendered = renderLetter(letter);
  const { replyTo } = letter;
  if (SMTP_URL) {
    transporter ??= createTransport({ url: SMTP_URL, ...patience });
    await transporter.sendMail({ from: MAIL_FROM, to, replyTo, messageId, ...rendered, headers: headersOf(letter) }).catch((error: Error) => {
      throw isRefusedForGood(error) ? new Undeliverable(error.message) : error;
    });
    return;
  }
  if (!canDeliver()) throw new Error("Letters cannot be sent: SMTP_URL is not set.");
  await putIntoMailbox({ to, messageId, letter, ...rendered });
}
