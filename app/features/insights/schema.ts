import { z } from "zod";

import { city, country, page } from "~/core/query-params";

import { periods, sortings, type Sorting } from "./rules";

const orders = sortings.flatMap((name): Sorting[] => [name, `-${name}`]);

/** Query parameters of the figures; invalid ones are ignored, so that an old link still leads somewhere. */
export const figuresParams = z
  .object({
    country,
    city,
    chapter: z.string().regex(/^[a-z0-9-]{1,80}$/).optional().catch(undefined),
    /** The month to show, by year and month; the last one when absent. */
    year: z.coerce.number().int().min(1991).max(2200).optional().catch(undefined),
    month: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
    months: z.coerce.number().pipe(z.literal(periods)).optional().catch(undefined),
    /** "degree.bachelor", "field.ict", "region.kz-abai"; all members when absent. */
    slice: z.string().regex(/^(degree|field|region)\.[a-z0-9_-]{1,40}$/).optional().catch(undefined),
    parts: z.enum(["country", "city", "chapter"]).optional().catch(undefined),
    sort: z.enum(orders).optional().catch(undefined),
    page,
  })
  // A city outside the chosen country is left over from the country chosen before.
  .transform((query) => (query.city && query.country && query.country !== query.city.slice(0, 2).toUpperCase() ? { ...query, city: undefined } : query));
export type FiguresParams = z.output<typeof figuresParams>;

/** The tables that can be downloaded. */
export const tables = ["months", "places", "degree", "field", "region"] as const;
export type FigureTable = (typeof tables)[number];
export const tableParam = z.enum(tables);
