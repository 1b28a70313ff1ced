import { z } from "zod";

import { country, lookedFor, page } from "~/core/asked";
import { lines } from "~/core/typed-text";

import { chapterKinds, regions, type Region } from "./rules";

/** What an address may ask of the finder; what it may not is passed over, so that an old link still leads somewhere. */
export const chapterFilters = z.object({
  q: lookedFor,
  region: z.enum(Object.keys(regions) as [Region, ...Region[]]).optional().catch(undefined),
  country,
  kind: z.enum(chapterKinds).optional().catch(undefined),
  page,
});
export type AskedChapters = z.output<typeof chapterFilters>;

/**
 * What somebody does about belonging to a chapter: make it their home, come as a guest, take a request back, leave. `home`: the address of the
 * chapter that was their home when they saw the page, so that nobody moves unasked.
 */
export const belonging = z.object({ intent: z.enum(["home", "guest", "withdraw", "leave"]), message: lines({ most: 1000 }).default(""), home: z.string().max(80).default("") });
export type Belonging = z.input<typeof belonging>;

export const joiningSuggested = z.object({ chapter: z.string().min(1).max(80) });
