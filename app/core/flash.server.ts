import { redirect } from "@remix-run/node";

import { serverCookie } from "./cookie.server";

const oneMinute = 60;
const cookie = () => serverCookie("done", oneMinute);
/** What an address claims was done: `?notice=saved`. */
const noticeOf = (address: string) => new URL(address, "http://own.invalid").searchParams.get("notice");

/** Redirects to a page that says what was done, with a short-lived cookie that confirms it in this browser: anybody can write such an address. */
export const redirectWithFlash = async (to: string) => redirect(to, { headers: { "Set-Cookie": await cookie().serialize(noticeOf(to)) } });

/** The notice in the address if the cookie confirms it, else null. */
export async function readFlash(request: Request): Promise<string | null> {
  const notice = noticeOf(request.url);
  return notice !== null && notice === (await cookie().parse(request.headers.get("cookie"))) ? notice : null;
}
