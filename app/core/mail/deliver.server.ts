import { randomUUID } from "node:crypto";

import { createTransport, type Transporter } from "nodemailer";

import { env } from "~/core/env.server";
import { backend } from "~/core/supabase/backend.server";

import { renderLetter, type Letter } from "./letter";
import { putIntoMailbox } from "./mailbox.server";
import { isRefusedForGood, Undeliverable } from "./undeliverable";

let transporter: Transporter | undefined;

const hostOf = (siteUrl: string) => new URL(siteUrl).hostname;

/** The Message-ID for a thing, always the same one, so that a letter that is sent twice can be recognised. */
export const messageIdOf = (thing: string): string => `<${thing}@${hostOf(env().SITE_URL)}>`;

/** Milliseconds: a mail server that does not answer must not hold up a page or the outbox for long. */
const patience = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000 };

/** Whether letters can be delivered at all: by a mail server, or into the local mailbox. */
export const canDeliver = (): boolean => env().SMTP_URL !== null || backend().embedded;

/** Keeps mail programs from sending automatic replies (RFC 3834). A letter with a `replyTo` is that person's own, and may get one. */
const headersOf = ({ locale, replyTo }: Letter) => ({ "Content-Language": locale, ...(replyTo ? {} : { "Auto-Submitted": "auto-generated" }) });

/** Sends a letter by the configured mail server, else into the local mailbox. Throws when it was not accepted, `Undeliverable` when it never will be. */
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
