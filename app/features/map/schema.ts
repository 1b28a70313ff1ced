import { z } from "zod";

import { country, page } from "~/core/query-params";
import { regions, type Region } from "~/features/chapters/rules";

import { sorts } from "./rules";

/** Query parameters of the map; invalid ones are ignored, so that an old link still leads somewhere. */
export const mapParams = z.object({
  by: z.enum(["country"]).optional().catch(undefined),
  region: z.enum(Object.keys(regions) as [Region, ...Region[]]).optional().catch(undefined),
  country,
  sort: z.enum(sorts).optional().catch(undefined),
  page,
});
export type MapParams = z.output<typeof mapParams>;
