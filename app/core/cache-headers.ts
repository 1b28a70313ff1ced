/** Cache tags for what a page shows: when the database bumps one, the stored pages that carry it are thrown away. */
type CacheTag = "chapters" | "events" | "figures" | "places" | `chapter:${string}` | `event:${string}`;

const tagsHeader = "X-Page-Tags";
const untilHeader = "X-Page-Until";

/** Headers that mark a loader's page as the same for every visitor, so that it is stored. `until`: the moment (milliseconds) at which it changes by itself. */
export function cacheHeaders(tags: readonly CacheTag[], until?: number | null): Record<string, string> {
  return { [tagsHeader]: [...new Set(tags)].join(" "), ...(until ? { [untilHeader]: new Date(until).toISOString() } : {}) };
}

type HeadersArgs = { loaderHeaders: Headers; parentHeaders: Headers; actionHeaders: Headers; errorHeaders?: Headers };

/** The `headers` export of every page that may be stored: an answer to a form or an error is never stored. */
export function forwardCacheHeaders({ loaderHeaders, actionHeaders, errorHeaders }: HeadersArgs): Headers {
  const headers = new Headers();
  const isPlain = [...actionHeaders].length === 0 && !errorHeaders;
  for (const name of isPlain ? [tagsHeader, untilHeader] : []) {
    const value = loaderHeaders.get(name);
    if (value) headers.set(name, value);
  }
  return headers;
}
