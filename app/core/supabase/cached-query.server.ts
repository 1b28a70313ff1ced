import type { Locale } from "../i18n/config";
import { backend, type Backend } from "./backend.server";
import { publicClient, type Db } from "./client.server";

/** Milliseconds. */
const lifetime = 60_000;

/**
 * Caches a query for what anybody may read and what hardly ever changes: it runs as a visitor, and its result is shared for a minute by all readers of
 * that language. A failed query is not kept.
 */
export function cachedQuery<Result>(runQuery: (db: Db, locale: Locale) => Promise<Result>): (locale: Locale) => Promise<Result> {
  type Cache = Map<Locale, { until: number; result: Promise<Result> }>;
  const caches = new WeakMap<Backend, Cache>();
  return (locale) => {
    const cache: Cache = caches.get(backend()) ?? new Map();
    caches.set(backend(), cache);
    const cached = cache.get(locale);
    if (cached && cached.until > Date.now()) return cached.result;
    const result = runQuery(publicClient(), locale);
    cache.set(locale, { until: Date.now() + lifetime, result });
    result.catch(() => cache.delete(locale));
    return result;
  };
}
