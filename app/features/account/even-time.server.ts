import { setTimeout as wait } from "node:timers/promises";

/**
 * Answers no sooner than after `least` milliseconds where the answer `tells` something. An address that is not known is answered faster by the
 * auth server, since there is no password to compare and no letter to write: the difference would tell who has an account.
 */
export async function noSoonerThan<T>(least: number, act: () => Promise<T>, tells: (answer: T) => boolean): Promise<T> {
  const began = performance.now();
  const answer = await act();
  if (tells(answer)) await wait(Math.max(0, least - (performance.now() - began)));
  return answer;
}
