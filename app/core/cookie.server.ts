import { createCookie, type Cookie } from "@remix-run/node";

import { env } from "./env.server";

/** A cookie that the server keeps for itself: no script reads it, and where the site has https it is sent over nothing else. `maxAge` in seconds. */
export const serverCookie = (name: string, maxAge: number): Cookie =>
  createCookie(name, { httpOnly: true, sameSite: "lax", path: "/", maxAge, secure: env().SITE_URL.startsWith("https:") });
