import type { Locale } from "../i18n/config";
import { backend, type Backend } from "./backend.server";
import { publicClient, type Db } from "./client.server";

/** Milliseconds. */
const keptFor = 60_000;

/**
 * Caches a query for what anybody may read and what hardly ever changes: it runs as a visitor, and its result is shared for a minute by all readers of
 * that language. A failed query is not kept.
 */
export function cachedQuery<Answer>(ask: (db: Db, locale: Locale) => Promise<Answer>): (locale: Locale) => Promise<Answer> {
  type Answers = Map<Locale, { until: number; answer: Promise<Answer> }>;
  const kept = new WeakMap<Backend, Answers>();
  return (locale) => {
    const answers: Answers = kept.get(backend()) ?? new Map();
    kept.set(backend(), answers);
    const known = answers.get(locale);
    if (known && known.until > Date.now()) return known.answer;
    const answer = ask(publicClient(), locale);
    answers.set(locale, { until: Date.now() + keptFor, answer });
    answer.catch(() => answers.delete(locale));
    return answer;
  };
}
