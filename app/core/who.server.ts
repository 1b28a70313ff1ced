import { z } from "zod";

import { locales } from "./i18n/config";
import type { Db } from "./supabase/client.server";
import { renamed, words } from "./supabase/rows";

const permission = z.enum(["members:read", "members:decide", "events:edit", "attendees:read", "team:appoint"]);
/** A database that is a migration ahead may know more rights: they are passed over. */
const permissions = z.array(z.string()).transform((all) => permission.options.filter((known) => all.includes(known)));

const me = z.object({
  id: z.string(),
  number: z.number(),
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  latinName: z.string().nullable(),
  locale: z.enum(locales),
});

const ledChapter = z.object({ chapterId: z.string(), slug: z.string(), name: words, permissions, waiting: z.number() });

/** One desk a chapter: whoever holds two offices there may do what either of them allows. */
function desksOf(mandates: LedChapter[]): LedChapter[] {
  const desks = new Map<string, LedChapter>();
  for (const mandate of mandates) {
    const { permissions, waiting, ...chapter } = desks.get(mandate.chapterId) ?? mandate;
    const all = [...new Set([...permissions, ...mandate.permissions])];
    desks.set(mandate.chapterId, { ...chapter, permissions: all, waiting: Math.max(waiting, mandate.waiting) });
  }
  return [...desks.values()];
}

const answer = renamed(
  z.object({
    account: z.string().nullable(),
    isSuspended: z.boolean(),
    hasLeft: z.boolean(),
    member: renamed(me).nullable(),
    leads: z.array(renamed(ledChapter)).transform(desksOf),
    coordinates: z.array(z.string()),
  }),
);

/** What a mandate may allow; the list of who may what is `private.permissions_of`. */
export type Permission = z.output<typeof permission>;
/** The person who asks and every right they hold at this minute. */
export type Who = Omit<z.output<typeof answer>, "account">;
export type Me = z.output<typeof me>;
export type LedChapter = z.output<typeof ledChapter>;

/** Whether whoever looks may act: `stranger` is nobody known, `account` is not a member yet, `left` is one no more. */
export type ViewerKind = "stranger" | "account" | "suspended" | "left" | "member";

/** Which of them the one who asks is; null: nobody signed in. */
export function viewerKindOf(who: Who | null): ViewerKind {
  if (!who) return "stranger";
  if (who.isSuspended) return "suspended";
  if (who.hasLeft) return "left";
  return who.member ? "member" : "account";
}

/** One call; the shape is checked, since `whoami` answers JSON. Null: a token is readable for an hour, but its session has ended. */
export async function findWho(db: Db): Promise<Who | null> {
  const { data } = await db.rpc("whoami").throwOnError();
  const { account, ...who } = answer.parse(data);
  return account === null ? null : who;
}
