import { z } from "zod";

import type { Locale } from "~/core/i18n/config";
import { wordsIn } from "~/core/i18n/language-map";
import type { Db } from "~/core/supabase/client.server";

import type { ResolvedStudy } from "./commands.server";
import { degrees, fieldsOfStudy } from "./rules";
import { studyStep } from "./schema";

export type Option = { id: string; name: string };
export type Places = {
  countries: Option[];
  cities: (Option & { country: string })[];
  universities: (Option & { city: string })[];
};

// Node knows the Kazakh alphabet; browsers do not, so lists are put in order here.
const byName = (locale: Locale) => {
  const collator = new Intl.Collator(locale);
  return (a: { name: string }, b: { name: string }) => collator.compare(a.name, b.name);
};

/** Countries, cities and universities with their names in the reader's language, in its alphabet's order. */
export async function listPlaces(db: Db, locale: Locale): Promise<Places> {
  const [countries, cities, universities] = await Promise.all([
    db.from("countries").select("iso2, name").throwOnError(),
    db.from("cities").select("id, name, country_iso2").throwOnError(),
    db.from("universities").select("id, name, city_id").throwOnError(),
  ]);
  const order = byName(locale);
  return {
    countries: countries.data.map(({ iso2, name }) => ({ id: iso2, name: wordsIn(name, locale) })).sort(order),
    cities: cities.data.map(({ id, name, country_iso2 }) => ({ id, name: wordsIn(name, locale), country: country_iso2 })).sort(order),
    universities: universities.data.map(({ id, name, city_id }) => ({ id, name, city: city_id })).sort(byName("en")),
  };
}

/** The regions of Kazakhstan, in the order of the reader's alphabet. */
export async function listHomeRegions(db: Db, locale: Locale): Promise<Option[]> {
  const { data } = await db.from("home_regions").select("id, name").throwOnError();
  return data.map(({ id, name }) => ({ id, name: wordsIn(name, locale) })).sort(byName(locale));
}

const draft = z.record(z.string(), z.unknown());

/** What the account has filled in so far; empty when nothing. */
export async function findDraft(db: Db): Promise<z.output<typeof draft>> {
  const { data } = await db.from("join_drafts").select("draft").maybeSingle().throwOnError();
  return data ? draft.parse(data.draft) : {};
}

/** The study as the second step kept it, checked again; null when that step is not done. */
export async function findStudyDraft(db: Db): Promise<ResolvedStudy | null> {
  const kept = studyStep.and(z.object({ universityId: z.string().nullable() })).safeParse(await findDraft(db));
  return kept.success ? kept.data : null;
}

const words = z.record(z.string(), z.string());
const myPage = z.object({
  status: z.string().nullable(),
  memberships: z.array(
    z.object({ id: z.string(), kind: z.enum(["home", "guest"]), since: z.string(), chapter_id: z.string(), slug: z.string(), name: words, zone: z.string(), leader: z.string().nullable() }),
  ),
  requests: z.array(z.object({ id: z.string(), kind: z.enum(["home", "guest"]), at: z.string(), slug: z.string(), name: words })),
  events: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      title: words,
      starts_at: z.string(),
      ends_at: z.string(),
      zone: z.string(),
      venue: z.string().nullable(),
      format: z.enum(["on_site", "online", "hybrid"]),
      event_state: z.enum(["draft", "published", "cancelled"]),
      state: z.enum(["registered", "waiting"]),
      place_in_line: z.number().nullable(),
    }),
  ),
  study: z
    .object({ university: z.string().nullable(), degree: z.enum(degrees), field: z.enum(fieldsOfStudy), city: words, ends_on: z.string() })
    .nullable(),
});
export type MyPage = z.output<typeof myPage>;

/** Memberships, requests, coming events and study of the member who asks, in one call. */
export async function findMyPage(db: Db): Promise<MyPage> {
  const { data } = await db.rpc("my_page").throwOnError();
  return myPage.parse(data);
}

/** The private part of the profile. */
export async function findDetails(db: Db, member: string) {
  const { data } = await db.from("member_details").select("home_region_id, funding").eq("member_id", member).maybeSingle().throwOnError();
  return data;
}
