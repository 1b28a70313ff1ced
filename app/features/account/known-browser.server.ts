import { randomBytes } from "node:crypto";

import { z } from "zod";

import { serverCookie } from "~/core/cookie.server";
import type { Visit } from "~/core/session.server";

import { peppered } from "./pepper.server";

/** Browsers keep no cookie longer. Seconds. */
const longest = 400 * 24 * 60 * 60;
const mostAccounts = 5;
const cookie = () => serverCookie("ka-known", longest);

/** `browser`: random, and known to that browser alone. `marks`: of the accounts that were opened in it, which only this site can make. */
const kept = z.object({ browser: z.string().min(16).max(64), marks: z.array(z.string().max(64)).max(mostAccounts) });

async function read({ cookieHeader }: Visit): Promise<z.output<typeof kept>> {
  const parsed = kept.safeParse(await cookie().parse(cookieHeader));
  return parsed.success ? parsed.data : { browser: randomBytes(16).toString("hex"), marks: [] };
}

const markOf = (browser: string, email: string) => peppered("known browser", `${browser} ${email}`);

/**
 * In whose name tries at the account of this address are counted: a browser in which somebody got in has tries of its own. Strangers who guess at an account
 * close its door to other strangers, and not to its owner.
 */
export async function whoseTries(visit: Visit, email: string): Promise<string> {
  const { browser, marks } = await read(visit);
  const mark = markOf(browser, email);
  return marks.includes(mark) ? mark : email;
}

/** Remembers, in the browser in which somebody just got in, that they did. */
export async function knowBrowser(visit: Visit, email: string): Promise<void> {
  const { browser, marks } = await read(visit);
  const mark = markOf(browser, email);
  const latest = [mark, ...marks.filter((other) => other !== mark)].slice(0, mostAccounts);
  visit.cookies.push(await cookie().serialize({ browser, marks: latest }));
}
