import { isLocale, defaultLocale, type Locale } from "~/core/i18n/config";
import { deliver, messageIdOf } from "~/core/mail/deliver.server";
import type { Letter } from "~/core/mail/letter";
import { Undeliverable } from "~/core/mail/undeliverable";
import type { Db } from "~/core/supabase/client.server";

/** What a renderer gets: the payload as it was queued, and the recipient. */
export type LetterInput = { payload: unknown; locale: Locale; givenName: string };
export type LetterRenderers = Record<string, (input: LetterInput) => Letter>;

// Sent in parallel, so that even a slow mail server is done within the minute for which they are claimed.
const batch = 10;

/**
 * Sends what waits in the outbox, at most one batch. A letter that cannot be sent is retried later with the same Message-ID, unless it is undeliverable;
 * the reason is stored with it. Returns how many were claimed.
 */
export async function sendLetters(admin: Db, renderers: LetterRenderers): Promise<number> {
  const { data: letters } = await admin.rpc("claim_outbox", { batch }).throwOnError();
  await Promise.all(
    letters.map(async (letter) => {
      const outcome = await send(letter, renderers).then(
        () => ({ problem: null, is_final: false }),
        (error: unknown) => ({ problem: logProblem(letter, error), is_final: error instanceof Undeliverable }),
      );
      // Null means that the letter was sent; the generated types do not allow it.
      await admin.rpc("settle_outbox", { letter: letter.id, ...outcome, problem: outcome.problem as string }).throwOnError();
    }),
  );
  return letters.length;
}

/** The full reason is stored with the letter but not logged, as mail servers like to repeat the address in it. */
function logProblem({ id, kind }: Claimed, error: unknown): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  console.error(JSON.stringify({ level: "error", outbox: id, kind, problem: name }));
  return message;
}

type Claimed = { id: number; kind: string; payload: unknown; address: string; locale: string; given_name: string };

async function send({ id, kind, payload, address, locale, given_name: givenName }: Claimed, renderers: LetterRenderers): Promise<void> {
  const render = renderers[kind];
  if (!render) throw new Error(`No letter is written for "${kind}".`);
  const letter = render({ payload, locale: isLocale(locale) ? locale : defaultLocale, givenName });
  await deliver(address, letter, messageIdOf(`outbox-${id}`));
}
