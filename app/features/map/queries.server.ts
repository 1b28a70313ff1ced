import { z } from "zod";

import type { Locale } from "~/core/i18n/config";
import type { Db } from "~/core/supabase/client.server";
import { fromSnakeCase, languageMap } from "~/core/supabase/row-schemas";

/** Null means ten or fewer: the database does not disclose the number. */
const members = z.number().nullable();

const worldMap = fromSnakeCase(
  z.object({
    asOf: z.string().nullable(),
    members,
    countries: z.array(
      z.object({
        iso2: z.string(),
        name: languageMap,
        region: z.string(),
        slug: z.string().nullable(),
        chapters: z.number(),
        cities: z.number(),
        members,
      }),
    ),
    cities: z.array(
      z.object({ id: z.string(), name: languageMap, lat: z.number(), lon: z.number(), iso2: z.string(), slug: z.string().nullable(), members }),
    ),
  }),
);

/** Countries and cities sorted by name in the alphabet of `locale`; `asOf`: ISO, null before the first count. */
export type WorldMap = z.output<typeof worldMap>;

/** Every country and city we know of, with members as published. */
export async function findWorldMap(db: Db, locale: Locale): Promise<WorldMap> {
  const { data } = await db.rpc("world_map", { locale }).throwOnError();
  return worldMap.parse(data);
}
