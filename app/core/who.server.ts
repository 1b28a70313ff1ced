import { z } from "zod";

import { locales } from "./i18n/config";
import type { Db } from "./supabase/client.server";
import { fromSnakeCase, languageMap } from "./supabase/row-schemas";

const permission = z.enum(["members:read", "members:decide", "events:edit", "attendees:read", "team:appoint"]);
/** A database that is a migration ahead may know more rights: they are ignored. */
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

const ledChapter = z.object({ chapterId: z.string(), slug: z.string(), name: languageMap, permissions, waiting: z.number() });

/** One desk per chapter: somebody with two offices there may do what either of them allows. */
function desksOf(mandates: LedChapter[]): LedChapter[] {
  const desks = new Map<string, LedChapter>();
  for (const mandate of mandates) {
    const { permissions, waiting, ...chapter } = desks.get(mandate.chapterId) ?? mandate;
    const all = [...new Set([...permissions, ...mandate.permissions])];
    desks.set(mandate.chapterId, { ...chapter, permissions: all, waiting: Math.max(waiting, mandate.waiting) });
  }
  return [...desks.values()];
}

const answer = fromSnakeCase(
  z.object({
    account: z.string().nullable(),
    isSuspended: z.boolean(),
    hasLeft: z.boolean(),
    member: fromSnakeCase(me).nullable(),
    leads: z.array(fromSnakeCase(ledChapter)).transform(desksOf),
    coordinates: z.array(z.string()),
  }),
);

/** What a mandate may allow; `private.permissions_of` lists which role has which permissions. */
export type Permission = z.output<typeof permission>;
/** The signed-in person and every right they hold right now. */
export type Who = Omit<z.output<typeof answer>, "account">;
export type Me = z.output<typeof me>;
export type LedChapter = z.output<typeof ledChapter>;

/** What the reader is to us: `stranger` is not signed in, `account` is not a member yet, `left` is one no longer. */
export type ViewerKind = "stranger" | "account" | "suspended" | "left" | "member";

/** The kind of a reader; `who` is null if nobody is signed in. */
export function viewerKindOf(who: Who | null): ViewerKind {
  if (!who) return "stranger";
  if (who.isSuspended) return "suspended";
  if (who.hasLeft) return "left";
  return who.member ? "member" : "account";
}

/** One call; the shape is checked, since `whoami` returns JSON. Null if the session has ended: its token stays readable for an hour. */
export async function findWho(db: Db): Promise<Who | null> {
  const { data } = await db.rpc("whoami").throwOnError();
  const { account, ...who } = answer.parse(data);
  return account === null ? null : who;
}
