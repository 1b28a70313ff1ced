import type { Locale } from "../i18n/config";
import { backend, type Backend } from "./backend.server";
import { publicClient, type Db } from "./client.server";

/** Milliseconds. */
const keptFor = 60_000;

/**
 * What anybody may read and hardly anything changes: asked as a visitor, and kept for a minute for all who ask in that language. A question that failed is
 * asked again.
 */
export function keptForAll<Answer>(ask: (db: Db, locale: Locale) => Promise<Answer>): (locale: Locale) => Promise<Answer> {
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
