import { z } from "zod";

import type { Db } from "./supabase/client.server";
import { words } from "./supabase/rows";

const permission = z.enum(["members:read", "members:decide", "events:edit", "attendees:read"]);

const who = z.object({
  account: z.string().nullable(),
  is_suspended: z.boolean(),
  has_left: z.boolean(),
  member: z
    .object({
      id: z.string(),
      number: z.number(),
      surname: z.string(),
      given_name: z.string(),
      patronymic: z.string().nullable(),
      latin_name: z.string().nullable(),
      locale: z.enum(["kk", "ru", "en"]),
    })
    .nullable(),
  leads: z.array(
    z.object({
      chapter_id: z.string(),
      slug: z.string(),
      name: words,
      permissions: z.array(permission),
      waiting: z.number(),
    }),
  ),
  coordinates: z.array(z.string()),
});

/** What a mandate may allow; the list of who may what is `private.permissions_of`. */
export type Permission = z.output<typeof permission>;
/** The person who asks and every right they hold at this minute. */
export type Who = z.output<typeof who>;
export type Me = NonNullable<Who["member"]>;
export type LedChapter = Who["leads"][number];

/** Whether whoever looks may act: `stranger` is nobody known, `account` is not a member yet, `left` is one no more. */
export type ViewerKind = "stranger" | "account" | "suspended" | "left" | "member";

/** Which of them the one who asks is; null: nobody signed in. */
export function viewerKindOf(who: Who | null): ViewerKind {
  if (!who?.account) return "stranger";
  if (who.is_suspended) return "suspended";
  if (who.has_left) return "left";
  return who.member ? "member" : "account";
}

/** One call; the shape is checked, since `whoami` answers JSON. */
export async function findWho(db: Db): Promise<Who> {
  const { data } = await db.rpc("whoami").throwOnError();
  return who.parse(data);
}
