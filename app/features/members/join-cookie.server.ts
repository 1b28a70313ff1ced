import { randomUUID } from "node:crypto";

import { z } from "zod";

import { serverCookie } from "~/core/cookie.server";

const twoHours = 2 * 60 * 60;
const cookie = () => serverCookie("join", twoHours);
const cookieSchema = z.object({
  browser: z.uuid(),
  email: z.string().max(254).optional(),
  chapter: z.string().max(80).optional(),
  opener: z.string().max(64).optional(),
});

/**
 * What the first step remembers until the reader is signed in: an id of this browser, the address the code was sent to, the chapter they came from, and
 * by what (`opener`) the account that was opened in this browser is recognised.
 */
type JoinCookie = z.output<typeof cookieSchema>;

export async function readJoinCookie(request: Request): Promise<JoinCookie> {
  const parsed = cookieSchema.safeParse(await cookie().parse(request.headers.get("cookie")));
  return parsed.success ? parsed.data : { browser: randomUUID() };
}

export const serializeJoinCookie = (value: JoinCookie): Promise<string> => cookie().serialize(value);
export const clearJoinCookie = (): Promise<string> => cookie().serialize("", { maxAge: 0 });
