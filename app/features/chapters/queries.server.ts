import { z } from "zod";

import type { Locale } from "~/core/i18n/config";
import { pageCount } from "~/core/pagination";
import type { Db } from "~/core/supabase/client.server";
import { timestamp, fromSnakeCase, languageMap } from "~/core/supabase/row-schemas";

import { chapterKinds, chapterStates, isByCountry, joinModes, leaderRoles, membershipKinds, regions } from "./rules";
import type { ChapterStanding, Region, SuggestedChapter } from "./rules";

/** As published: rounded to 5, null for ten or fewer. */
const members = z.number().nullable();

const chapterRow = fromSnakeCase(
  z.object({
    id: z.string(),
    slug: z.string(),
    kind: z.enum(chapterKinds),
    name: languageMap,
    city: languageMap.nullable(),
    country: languageMap,
    members,
    nextStartsAt: timestamp.nullable(),
    nextZone: z.string().nullable(),
  }),
).transform(({ nextStartsAt: at, nextZone: zone, ...row }) => ({ ...row, next: at !== null && zone !== null ? { at, zone } : null }));
/** A chapter as lists show it, with its next public event. */
export type ListedChapter = z.output<typeof chapterRow>;

const group = z.object({ iso2: z.string(), name: languageMap, slug: z.string().nullable(), members, chapters: z.number(), shown: z.array(chapterRow) });
/** A country with the slug of its own chapter and its largest chapters. */
export type CountryWithChapters = z.output<typeof group>;

const countryPage = z.object({ total: z.number(), countries: z.number(), groups: z.array(group) });
const chapterList = z.object({ total: z.number(), rows: z.array(chapterRow) });

type Filters = { region?: Region; kind?: string; locale: Locale };
const regionName = (region: Region | undefined) => (region ? regions[region] : undefined);

/** Page sizes of the finder, which `chapters_by_country` and `search_chapters` have built in. */
const perPage = { countries: 6, chapters: 24 };

/**
 * A page of the finder: countries in the reader's alphabet, each with its six largest chapters; or, unless `isByCountry`, one list of chapters,
 * searched in any script, the best match first. `total` counts chapters, `listed` the countries or chapters that the pages divide.
 */
export async function findChapters(db: Db, { q, country, region, page = 1, ...rest }: Filters & { q?: string; country?: string; page?: number }) {
  const filters = { ...rest, page, region: regionName(region) };
  if (isByCountry({ q, country, kind: rest.kind })) {
    const { data } = await db.rpc("chapters_by_country", filters).throwOnError();
    const { total, countries, groups } = countryPage.parse(data);
    return { as: "countries", total, listed: countries, perPage: perPage.countries, pages: pageCount(countries, perPage.countries), groups } as const;
  }
  const { data } = await db.rpc("search_chapters", { ...filters, q, country }).throwOnError();
  const { total, rows } = chapterList.parse(data);
  return { as: "chapters", total, listed: total, perPage: perPage.chapters, pages: pageCount(total, perPage.chapters), rows } as const;
}
export type ChapterSearchResult = Awaited<ReturnType<typeof findChapters>>;

const places = z.object({
  regions: z.array(z.object({ region: z.string(), chapters: z.number() })),
  countries: z.array(z.object({ id: z.string(), name: languageMap })),
});
/** What the filters of the finder offer. */
export type ChapterFilterOptions = z.output<typeof places>;

export async function listChapterFilterOptions(db: Db, { region, kind, locale }: Filters): Promise<ChapterFilterOptions> {
  const { data } = await db.rpc("places_of_chapters", { locale, kind, region: regionName(region) }).throwOnError();
  return places.parse(data);
}

const chapterPage = fromSnakeCase(
  z.object({
    id: z.string(),
    slug: z.string(),
    kind: z.enum(chapterKinds),
    name: languageMap,
    summary: languageMap,
    about: languageMap.nullable(),
    textStatus: languageMap,
    zone: z.string(),
    joinMode: z.enum(joinModes),
    state: z.enum(chapterStates),
    foundedOn: z.string().nullable(),
    country: z.object({ iso2: z.string(), name: languageMap }),
    city: z.object({ id: z.string(), name: languageMap }).nullable(),
    university: z.object({ name: z.string(), website: z.string().nullable() }).nullable(),
    members,
    asOf: timestamp.nullable(),
    above: z.array(z.object({ slug: z.string(), name: languageMap })),
    below: z.array(z.object({ slug: z.string(), kind: z.enum(chapterKinds), name: languageMap, members })),
    team: z.array(z.object({ role: z.enum(leaderRoles), name: z.string(), from: timestamp, to: timestamp })),
    teamChangesAt: timestamp.nullable(),
    lastYear: z.object({ events: z.number(), places: members }),
  }),
);
export type ChapterPage = z.output<typeof chapterPage>;

/** A chapter by its slug, the same for every reader; null when there is none. */
export async function findChapter(db: Db, slug: string): Promise<ChapterPage | null> {
  const { data } = await db.rpc("chapter_page", { slug }).throwOnError();
  return data === null ? null : chapterPage.parse(data);
}

const kind = z.enum(membershipKinds);
const standing = z.object({
  here: kind.nullable(),
  since: timestamp.nullable(),
  request: z.object({ id: z.string(), kind, at: timestamp }).nullable(),
  declined: z.object({ at: timestamp, reason: z.string() }).nullable(),
  home: z.object({ slug: z.string(), name: languageMap }).nullable(),
});

/** Where the signed-in member stands with a chapter. */
export async function findStanding(db: Db, chapter: string): Promise<ChapterStanding> {
  const { data } = await db.rpc("my_standing", { chapter }).throwOnError();
  return standing.parse(data);
}

/** Ids of the chapters where the member has a pending request. Leaders may read more requests than their own, hence the filter by member. */
export async function listRequestedChapterIds(db: Db, member: string): Promise<string[]> {
  const { data } = await db.from("join_requests").select("chapter_id").eq("member_id", member).eq("state", "pending").throwOnError();
  return data.map((row) => row.chapter_id);
}

/** The member's home chapter now; null when there is none. */
export async function findHomeChapter(db: Db, member: string) {
  const { data } = await db
    .from("memberships")
    .select("chapter:chapters (slug, name)")
    .eq("member_id", member)
    .eq("kind", "home")
    .is("end_reason", null)
    .maybeSingle()
    .throwOnError();
  return data && z.object({ slug: z.string(), name: languageMap }).parse(data.chapter);
}

const suggestedChapter = fromSnakeCase(
  z.object({ id: z.string(), slug: z.string(), kind: z.enum(chapterKinds), name: languageMap, summary: languageMap, joinMode: z.enum(joinModes), members }),
);

/** The chapters that match where the signed-in member studies: the university's, the city's, the country's, in this order, without those they belong to. */
export async function listSuggestedChapters(db: Db): Promise<SuggestedChapter[]> {
  const { data } = await db.rpc("suggested_chapters").throwOnError();
  return z.array(suggestedChapter).parse(data);
}

/** A chapter that the reader chose themselves, in the shape of a suggestion; null when it is not active. */
export async function findOfferedChapter(db: Db, slug: string): Promise<SuggestedChapter | null> {
  const { data } = await db.from("chapters").select("id, slug, kind, name, summary, join_mode").eq("slug", slug).eq("state", "active").maybeSingle().throwOnError();
  return data && suggestedChapter.parse({ ...data, members: null });
}
