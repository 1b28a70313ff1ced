import { randomUUID } from "node:crypto";

import { createTransport, type Transporter } from "nodemailer";

import { env } from "~/core/env.server";

import { renderLetter, type Letter } from "./letter";
import { putIntoMailbox } from "./mailbox.server";

let transporter: Transporter | undefined;

const hostOf = (siteUrl: string) => new URL(siteUrl).hostname;

/** The same for the same thing: a letter that has to be sent twice can be recognised as one. */
export const messageIdOf = (thing: string): string => `<${thing}@${hostOf(env().SITE_URL)}>`;

/** Sends a letter by the configured mail server, else into the local mailbox. Throws when the server did not take it. */
export async function deliver(to: string, letter: Letter, messageId = messageIdOf(randomUUID())): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  const rendered = renderLetter(letter);
  if (!SMTP_URL) return putIntoMailbox({ to, messageId, locale: letter.locale, ...rendered });
  transporter ??= createTransport(SMTP_URL);
  await transporter.sendMail({ from: MAIL_FROM, to, messageId, ...rendered, headers: { "Content-Language": letter.locale } });
}
