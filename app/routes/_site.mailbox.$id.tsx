import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { findInMailbox, hasMailbox, listMailbox } from "~/core/mail/mailbox.server";
import { head } from "~/core/page.server";
import { toListedLetter, toOpenLetter } from "~/features/account/mailbox.server";
import { Mailbox } from "~/features/account/ui/mailbox";

export const handle = { i18n: ["account"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const letter = hasMailbox() ? await findInMailbox(args.params.id ?? "") : null;
  if (!letter) throw notFound();
  const locale = localeOf(args);
  const letters = await listMailbox();
  return {
    head: head(args, { title: letter.subject, isPublic: false }),
    letters: letters.map((other) => toListedLetter(other, locale)),
    letter: toOpenLetter(letter, locale),
  };
}

export default function MailboxLetterPage() {
  const { letters, letter } = useLoaderData<typeof loader>();
  return <Mailbox letters={letters} letter={letter} isOpened />;
}
