import { redirect } from "@remix-run/node";

import { serverCookie } from "./cookie.server";

const oneMinute = 60;
const cookie = () => serverCookie("done", oneMinute);
/** What an address says was done: `?notice=saved`. */
const noticeOf = (address: string) => new URL(address, "http://own.invalid").searchParams.get("notice");

/** Leads on to a page that tells what was done, and remembers for a moment, in the browser in which it was done, that it was: an address says so to whoever writes it. */
export const redirectDone = async (to: string) => redirect(to, { headers: { "Set-Cookie": await cookie().serialize(noticeOf(to)) } });

/** What the address says was done, if it was; else null. */
export async function noticeDone(request: Request): Promise<string | null> {
  const notice = noticeOf(request.url);
  return notice !== null && notice === (await cookie().parse(request.headers.get("cookie"))) ? notice : null;
}
