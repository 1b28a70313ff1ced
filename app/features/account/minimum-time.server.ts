import { setTimeout as wait } from "node:timers/promises";

/**
 * Returns no sooner than after `least` milliseconds if the result `tells` something. For an unknown address the auth server is faster, since there is no
 * password to compare and no letter to write: the difference would tell who has an account.
 */
export async function withMinimumTime<T>(least: number, act: () => Promise<T>, tells: (answer: T) => boolean): Promise<T> {
  const start = performance.now();
  const answer = await act();
  if (tells(answer)) await wait(Math.max(0, least - (performance.now() - start)));
  return answer;
}
