import { randomBytes } from "node:crypto";

import { z } from "zod";

import { serverCookie } from "~/core/cookie.server";
import type { Visit } from "~/core/session.server";

import { keyedHash } from "./keyed-hash.server";

/** The longest that browsers keep a cookie, in seconds. */
const longest = 400 * 24 * 60 * 60;
const mostAccounts = 5;
const cookie = () => serverCookie("ka-known", longest);

/** `browser`: random, and known to that browser alone. `marks`: one for each account that signed in there; only this site can compute them. */
const cookieSchema = z.object({ browser: z.string().min(16).max(64), marks: z.array(z.string().max(64)).max(mostAccounts) });

async function read({ cookieHeader }: Visit): Promise<z.output<typeof cookieSchema>> {
  const parsed = cookieSchema.safeParse(await cookie().parse(cookieHeader));
  return parsed.success ? parsed.data : { browser: randomBytes(16).toString("hex"), marks: [] };
}

const markOf = (browser: string, email: string) => keyedHash("known browser", `${browser} ${email}`);

/**
 * Under which name attempts at the account of this address are counted: a browser that has signed in to it has a count of its own. Strangers who guess
 * passwords lock out other strangers, but not the owner.
 */
export async function attemptsKey(visit: Visit, email: string): Promise<string> {
  const { browser, marks } = await read(visit);
  const mark = markOf(browser, email);
  return marks.includes(mark) ? mark : email;
}

/** Remembers, in a cookie, that somebody has just signed in to this account in this browser. */
export async function rememberBrowser(visit: Visit, email: string): Promise<void> {
  const { browser, marks } = await read(visit);
  const mark = markOf(browser, email);
  const latest = [mark, ...marks.filter((other) => other !== mark)].slice(0, mostAccounts);
  visit.cookies.push(await cookie().serialize({ browser, marks: latest }));
}
