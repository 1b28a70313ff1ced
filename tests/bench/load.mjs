import autocannon from "autocannon";

/** Ten callers that accept gzip, as long as `seconds`. */
const callers = 10;

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/**
 * Asks a site. `requests`: what each caller asks in turn; a function gives each caller its own. `amount`: so many in all, instead of for some seconds.
 * Answers p50 and p95 in milliseconds and requests per second; throws when an answer is not the one expected.
 */
export async function load(url, { requests, cookie, seconds = 4, amount, expected = 200 }) {
  const times = [];
  const statuses = new Map();
  let caller = 0;
  const headers = { "accept-encoding": "gzip", ...(cookie ? { cookie } : {}) };
  const run = autocannon({
    url,
    connections: callers,
    ...(amount ? { amount } : { duration: seconds }),
    headers,
    ...(typeof requests === "function" ? {} : { requests: requests.map((path) => ({ path })) }),
    setupClient: typeof requests === "function" ? (client) => client.setRequests(requests(caller++)) : undefined,
  });
  run.on("response", (_client, status, _bytes, time) => {
    times.push(time);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  });
  const { duration, errors } = await run;
  if (errors > 0 || statuses.size !== 1 || !statuses.has(expected)) {
    throw new Error(`${JSON.stringify(typeof requests === "function" ? "posts" : requests)}: ${errors} errors, answers ${JSON.stringify([...statuses])}, not ${expected}`);
  }
  times.sort((a, b) => a - b);
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), rate: times.length / duration, count: times.length };
}
