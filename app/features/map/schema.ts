import { z } from "zod";

import { regions, type Region } from "~/features/chapters/rules";

import { sorts } from "./rules";

/** What an address may ask of the map; what it may not is passed over, so that an old link still leads somewhere. */
export const mapFilters = z.object({
  by: z.enum(["country"]).optional().catch(undefined),
  region: z.enum(Object.keys(regions) as [Region, ...Region[]]).optional().catch(undefined),
  country: z.string().regex(/^[A-Z]{2}$/).optional().catch(undefined),
  sort: z.enum(sorts).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).optional().catch(undefined),
});
export type AskedMap = z.output<typeof mapFilters>;
