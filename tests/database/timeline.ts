import type { Sql } from "postgres";

export type Spell = { member: string; chapter: string; from: number; to: number; startReason: string; endReason: string | null };
export type Place = { id: string; parent: string | null; city: string | null; country: string };
export type Flow = { start: number; joins: number; leaves: number; movedIn: number; movedOut: number; end: number };
export type Month = { name: string; from: number; to: number };

export const nothing = (): Flow => ({ start: 0, joins: 0, leaves: 0, movedIn: 0, movedOut: 0, end: 0 });
export const isBalanced = ({ start, joins, leaves, movedIn, movedOut, end }: Flow) => start + joins - leaves + movedIn - movedOut === end;

/** All home memberships ever; times in ms, `to` is infinity if it has not ended. */
export async function readSpells(sql: Sql): Promise<Spell[]> {
  const rows = await sql<{ member: string; chapter: string; from: number; to: number | null; startReason: string; endReason: string | null }[]>`
    select member_id as member, chapter_id as chapter, extract(epoch from lower(during))::float8 * 1000 as "from",
           extract(epoch from upper(during))::float8 * 1000 as "to", start_reason as "startReason", end_reason as "endReason"
    from public.memberships where kind = 'home'`;
  return rows.map((row) => ({ ...row, to: row.to ?? Number.POSITIVE_INFINITY }));
}

export async function readPlaces(sql: Sql): Promise<Place[]> {
  return sql<Place[]>`select id, parent_id as parent, city_id as city, country_iso2 as country from public.chapters`;
}

/** The months that have figures; the current one ends when it was counted. */
export async function readMonths(sql: Sql): Promise<Month[]> {
  return sql<Month[]>`
    select to_char(month, 'YYYY-MM') as name, extract(epoch from month::timestamp at time zone 'UTC')::float8 * 1000 as "from",
           extract(epoch from as_of)::float8 * 1000 as "to"
    from public.figure_months order by month`;
}

/** "kind id" of every scope in which a membership of this chapter is counted. */
export function scopesOf(chapter: string, places: Map<string, Place>): string[] {
  const place = places.get(chapter);
  if (!place) throw new Error(`no chapter ${chapter}`);
  const above: string[] = [];
  for (let at: Place | undefined = place; at; at = at.parent === null ? undefined : places.get(at.parent)) above.push(`chapter ${at.id}`);
  return ["world world", `country ${place.country}`, ...(place.city ? [`city ${place.city}`] : []), ...above];
}

/** The flows of one month, computed from the timeline only, without reading the summaries. */
export function flowsOf(spells: Spell[], month: Month, scopes: (chapter: string) => string[]): Map<string, Flow> {
  const flows = new Map<string, Flow>();
  const isIn = (moment: number) => moment > month.from && moment <= month.to;
  for (const spell of spells) {
    if (spell.from > month.to || spell.to <= month.from) continue;
    const holds = (moment: number) => spell.from <= moment && moment < spell.to;
    for (const scope of scopes(spell.chapter)) {
      const flow = flows.get(scope) ?? nothing();
      flows.set(scope, flow);
      if (holds(month.from)) flow.start += 1;
      if (holds(month.to)) flow.end += 1;
      if (isIn(spell.from)) flow[spell.startReason === "transferred" ? "movedIn" : "joins"] += 1;
      if (isIn(spell.to)) flow[spell.endReason === "transferred" ? "movedOut" : "leaves"] += 1;
    }
  }
  return flows;
}
