import { createCookie, type Cookie } from "@remix-run/node";

import { env } from "./env.server";

/** A cookie for the server alone: scripts cannot read it, and a site on https gets it over https only. `maxAge` in seconds. */
export const serverCookie = (name: string, maxAge: number): Cookie =>
  createCookie(name, { httpOnly: true, sameSite: "lax", path: "/", maxAge, secure: env().SITE_URL.startsWith("https:") });
