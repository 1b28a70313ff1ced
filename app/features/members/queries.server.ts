import { z } from "zod";

import { locales } from "~/core/i18n/config";
import { pageCount } from "~/core/pagination";
import type { Db } from "~/core/supabase/client.server";
import { fromSnakeCase, languageMap } from "~/core/supabase/row-schemas";
import { leaderRoles, membershipKinds } from "~/features/chapters/rules";
import { myEvents } from "~/features/events/schema";

import { consentPurposes, degrees, entriesPerPage, fieldsOfStudy, type Status, statuses } from "./rules";
import { studySchema, type ResolvedStudy } from "./schema";

const draft = z.record(z.string(), z.unknown());

/** What the account has filled in so far; empty when nothing. */
export async function findJoinDraft(db: Db): Promise<z.output<typeof draft>> {
  const { data } = await db.from("join_drafts").select("draft").maybeSingle().throwOnError();
  return data ? draft.parse(data.draft) : {};
}

/** The study that the second step saved in the draft, validated again; null when that step is not done. */
export function studyIn(draft: Record<string, unknown>): ResolvedStudy | null {
  const parsed = studySchema.and(z.object({ universityId: z.string().nullable() })).safeParse(draft);
  return parsed.success ? parsed.data : null;
}

const journal = z.object({
  total: z.number(),
  rows: z.array(
    z.object({
      id: z.number(),
      at: z.string(),
      action: z.string(),
      is_mine: z.boolean(),
      name: z.string().nullable(),
      role: z.enum([...leaderRoles, "coordinator"]).nullable(),
      purpose: z.string().nullable(),
      chapter: languageMap.nullable(),
      event: languageMap.nullable(),
    }),
  ),
});
/** An entry in a member's journal: what was done, and by whom where they acted in an office. */
export type JournalRow = z.output<typeof journal>["rows"][number];

const myPage = z.object({
  status: z.enum(statuses).nullable(),
  memberships: z.array(
    z.object({ id: z.string(), kind: z.enum(membershipKinds), since: z.string(), slug: z.string(), name: languageMap, zone: z.string(), leader: z.string().nullable() }),
  ),
  requests: z.array(z.object({ id: z.string(), kind: z.enum(membershipKinds), at: z.string(), slug: z.string(), name: languageMap })),
  declined: z.array(z.object({ id: z.string(), kind: z.enum(membershipKinds), at: z.string(), reason: z.string(), slug: z.string(), name: languageMap })),
  events: myEvents,
  looked: journal,
  study: fromSnakeCase(
    z.object({ university: z.string().nullable(), degree: z.enum(degrees), field: z.enum(fieldsOfStudy), city: languageMap, endsOn: z.string() }),
  ).nullable(),
});
export type MyPage = z.output<typeof myPage>;

/** The signed-in member's status, memberships, pending and declined requests, next events, study, and the last things others did about them, in one call. */
export async function findMyPage(db: Db): Promise<MyPage> {
  const { data } = await db.rpc("my_page").throwOnError();
  return myPage.parse(data);
}

/** A page of the signed-in member's journal, the latest entry first; `byOthers` leaves out what they did themselves. */
export async function listJournal(db: Db, { byOthers, page }: { byOthers: boolean; page: number }) {
  const { data } = await db.rpc("my_journal", { by_others: byOthers, page, per_page: entriesPerPage }).throwOnError();
  const found = journal.parse(data);
  return { ...found, pages: pageCount(found.total, entriesPerPage) };
}

/** The private part of the profile. */
export async function findDetails(db: Db, member: string) {
  const { data } = await db.from("member_details").select("home_region_id, funding").eq("member_id", member).maybeSingle().throwOnError();
  return data;
}

const study = fromSnakeCase(
  z.object({
    id: z.string(),
    cityId: z.string(),
    universityOther: z.string().nullable(),
    degree: z.enum(degrees),
    field: z.enum(fieldsOfStudy),
    startedOn: z.string(),
    endsOn: z.string(),
    city: z.object({ name: languageMap, country: z.string() }),
    university: z.object({ name: z.string() }).nullable(),
  }),
);
export type StudyRow = z.output<typeof study>;

/** The studies that the member told us of, the latest first; the first row is the current one. */
export async function listStudies(db: Db, member: string): Promise<StudyRow[]> {
  const columns = "id, city_id, university_other, degree, field, started_on, ends_on, city:cities(name, country:country_iso2), university:universities(name)";
  const { data } = await db.from("studies").select(columns).eq("member_id", member).order("during", { ascending: false }).limit(50).throwOnError();
  return z.array(study).parse(data);
}

const consent = fromSnakeCase(
  z.object({ id: z.string(), purpose: z.enum(consentPurposes), isGiven: z.boolean(), language: z.enum(locales), version: z.string(), at: z.string() }),
);
export type ConsentRow = z.output<typeof consent>;

/** The ledger of the member's consents, the latest entry first. */
export async function listConsents(db: Db, member: string): Promise<ConsentRow[]> {
  const { data } = await db
    .from("consents")
    .select("id, purpose, is_given, language, version, at")
    .eq("member_id", member)
    .order("at", { ascending: false })
    .limit(200)
    .throwOnError();
  return z.array(consent).parse(data);
}

/** The member's status now; null when none was ever set. */
export async function findStatus(db: Db, member: string): Promise<Status | null> {
  const { data } = await db
    .from("member_statuses")
    .select("status")
    .eq("member_id", member)
    .order("during", { ascending: false })
    .limit(1)
    .maybeSingle()
    .throwOnError();
  return z.enum(statuses).nullable().parse(data?.status ?? null);
}

/** Everything that is kept about the caller, as it is handed out to them. */
export async function findMyData(db: Db): Promise<unknown> {
  const { data } = await db.rpc("my_data").throwOnError();
  return data;
}
