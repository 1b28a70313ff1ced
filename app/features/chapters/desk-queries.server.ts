import { z } from "zod";

import { pageCount } from "~/core/pagination";
import type { Db } from "~/core/supabase/client.server";
import { timestamp, fromSnakeCase, languageMap } from "~/core/supabase/row-schemas";
import { degrees, statuses } from "~/features/members/rules";

import { membersPerPage, requestsPerPage } from "./desk-rules";
import type { MemberListParams, JoinRequestListParams } from "./desk-schema";
import { chapterStates, leaderRoles, membershipKinds } from "./rules";

const kind = z.enum(membershipKinds);

const person = z.object({
  id: z.string(),
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  latinName: z.string().nullable(),
  university: z.string().nullable(),
  degree: z.enum(degrees).nullable(),
});

const request = person.extend({
  kind,
  message: z.string().nullable(),
  at: timestamp,
  state: z.enum(["pending", "approved", "declined"]),
  reason: z.string().nullable(),
  decidedAt: timestamp.nullable(),
  decidedBy: z.string().nullable(),
  /** Their home chapter: now while the request is pending, once it is answered the one they had when they asked. */
  home: languageMap.nullable(),
});
export type JoinRequest = z.output<typeof request>;

const requests = z.object({ zone: z.string(), waiting: z.number(), answered: z.number(), rows: z.array(fromSnakeCase(request)) });

/** Requests to a chapter: pending ones, the oldest first, or those answered in the last 90 days. Twenty a page. */
export async function listJoinRequests(db: Db, chapter: string, { view, page }: JoinRequestListParams) {
  const { data } = await db.rpc("list_requests", { chapter, view: view ?? "waiting", page }).throwOnError();
  const found = requests.parse(data);
  return { ...found, pages: pageCount(view === "answered" ? found.answered : found.waiting, requestsPerPage) };
}

const member = person.extend({ number: z.number(), kind, since: timestamp, status: z.enum(statuses).nullable() });
export type ListedMember = z.output<typeof member>;

const members = z.object({
  zone: z.string(),
  home: z.number(),
  guest: z.number(),
  total: z.number(),
  universities: z.array(z.object({ id: z.string(), name: z.string() })),
  rows: z.array(fromSnakeCase(member)),
});

/** The members of a chapter, fifty a page, with how many there are in all and what they can be filtered by. */
export async function listMembers(db: Db, chapter: string, query: MemberListParams) {
  const { data } = await db.rpc("chapter_members", { chapter, ...query }).throwOnError();
  const found = members.parse(data);
  return { ...found, pages: pageCount(found.total, membersPerPage) };
}

const appointee = member.extend({
  zone: z.string(),
  /** Today's date in the chapter's zone: "2026-11-27". */
  today: z.string(),
});
export type Appointee = z.output<typeof appointee>;

/** The member who is to be appointed; null for anybody who does not belong to the chapter. */
export async function findAppointee(db: Db, chapter: string, memberId: string) {
  const { data } = await db.rpc("chapter_member", { chapter, member: memberId }).throwOnError();
  return fromSnakeCase(appointee).nullable().parse(data);
}

const exported = z.object({ zone: z.string(), rows: z.array(fromSnakeCase(member)) });

/** Everybody in the chapter, for a file; each of them can read in their journal who exported the list. */
export async function exportMembers(db: Db, chapter: string) {
  const { data } = await db.rpc("export_members", { chapter }).throwOnError();
  return exported.parse(data);
}

const mandate = z.object({
  id: z.string(),
  role: z.enum(leaderRoles),
  from: timestamp,
  to: timestamp,
  shownAs: z.string().nullable(),
  isMine: z.boolean(),
  /** Null where the reader may not read members and the holder shows no name. */
  name: z.string().nullable(),
});
export type Mandate = z.output<typeof mandate>;

const team = z.object({ zone: z.string(), rows: z.array(fromSnakeCase(mandate)) });

/** The current and future mandates of a chapter. */
export async function listTeam(db: Db, chapter: string) {
  const { data } = await db.rpc("chapter_team", { chapter }).throwOnError();
  return team.parse(data);
}

const counts = z.object({ members: z.number(), joined: z.number(), left: z.number() });
const draft = z.object({ id: z.string(), title: languageMap, startsAt: timestamp, clock: z.string() });
const event = draft.extend({ slug: z.string(), capacity: z.number().nullable(), taken: z.number(), waiting: z.number() });

const overview = fromSnakeCase(
  z.object({
    zone: z.string(),
    state: z.enum(chapterStates),
    permissions: z.array(z.string()),
    mine: z.array(mandate.pick({ role: true, from: true, to: true })),
    hasPresident: z.boolean(),
    ending: z.array(fromSnakeCase(mandate.pick({ role: true, to: true, isMine: true }).extend({ name: z.string() }))),
    requests: z.object({ count: z.number(), oldest: timestamp.nullable(), rows: z.array(fromSnakeCase(request)) }).nullable(),
    drafts: z.object({ count: z.number(), first: fromSnakeCase(draft).nullable() }).nullable(),
    nextEvent: fromSnakeCase(event).nullable(),
    /** The chapter including all below it; `below` is the part that lies below. Null before the first count. */
    figures: fromSnakeCase(counts.extend({ month: z.string(), asOf: timestamp, below: counts.extend({ chapters: z.number() }) })).nullable(),
  }),
);
export type DeskOverview = z.output<typeof overview>;

/** The overview page of the desk, in one call; each part as far as the leader's mandate allows. */
export async function findDeskOverview(db: Db, chapter: string): Promise<DeskOverview> {
  const { data } = await db.rpc("lead_overview", { chapter }).throwOnError();
  return overview.parse(data);
}
