import { z } from "zod";

import { country, searchTerm, page } from "~/core/query-params";
import { multiLine } from "~/core/text-schemas";

import { chapterKinds, regions, type Region } from "./rules";

/** Query parameters of the finder; invalid ones are ignored, so that an old link still leads somewhere. */
export const chapterListParams = z.object({
  q: searchTerm,
  region: z.enum(Object.keys(regions) as [Region, ...Region[]]).optional().catch(undefined),
  country,
  kind: z.enum(chapterKinds).optional().catch(undefined),
  page,
});
export type ChapterListParams = z.output<typeof chapterListParams>;

/**
 * What a member does about belonging to a chapter: make it their home, come as a guest, withdraw a request, leave. `home`: the slug of the
 * home chapter that the page showed, so that nobody is transferred without having seen it.
 */
export const membershipSchema = z.object({
  intent: z.enum(["home", "guest", "withdraw", "leave"]),
  message: multiLine({ most: 1000 }).default(""),
  home: z.string().max(80).default(""),
});
export type MembershipInput = z.input<typeof membershipSchema>;

export const joinSuggestedSchema = z.object({ chapter: z.string().min(1).max(80) });
