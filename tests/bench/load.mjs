import { openCaller, questionOf } from "./caller.mjs";

/** Concurrent clients; they accept gzip. */
const callers = 10;

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/**
 * Sends requests to a site. `requests`: the paths that each client requests in turn, or a function that returns a client's own requests. `amount`: total
 * number of requests, instead of a duration in seconds. Returns p50 and p95 in milliseconds and requests per second; throws on a response with another status
 * than expected.
 */
export async function load(url, { requests, cookie, seconds = 4, amount, expected = 200 }) {
  const times = [];
  const begun = performance.now();
  const isOver = (asked) => (amount ? asked * callers >= amount : performance.now() - begun >= seconds * 1000);
  const headers = { "accept-encoding": "gzip", ...(cookie ? { cookie } : {}) };

  async function call(caller) {
    const own = typeof requests === "function" ? requests(caller) : requests.map((path) => ({ path, headers }));
    const questions = own.map((request) => questionOf(url, request));
    const connection = openCaller(url);
    for (let asked = 0; !isOver(asked); asked += 1) {
      const sent = performance.now();
      const status = await connection.ask(questions[asked % questions.length]);
      if (status !== expected) throw new Error(`${own[asked % own.length].path} was answered with ${status}, not ${expected}`);
      times.push(performance.now() - sent);
    }
    connection.close();
  }
  await Promise.all(Array.from({ length: callers }, (_none, caller) => call(caller)));
  const duration = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), rate: times.length / duration, count: times.length };
}
