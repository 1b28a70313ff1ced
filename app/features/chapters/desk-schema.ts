import { z } from "zod";

import { key } from "~/core/i18n/translation-key";
import { searchTerm, page } from "~/core/query-params";
import { multiLine, properName } from "~/core/text-schemas";
import { degrees } from "~/features/members/rules";

import { memberSorts, memberStatuses } from "./desk-rules";
import { membershipKinds } from "./rules";

/** Query parameters of the list of requests. `decline` is the request for which a reason is being written. */
export const joinRequestListParams = z.object({
  view: z.enum(["answered"]).optional().catch(undefined),
  page,
  decline: z.uuid().optional().catch(undefined),
});
export type JoinRequestListParams = z.output<typeof joinRequestListParams>;

/** Query parameters of the list of members; invalid ones are ignored. */
export const memberListParams = z.object({
  q: searchTerm,
  kind: z.enum(membershipKinds).optional().catch(undefined),
  degree: z.enum(degrees).optional().catch(undefined),
  university: z.string().regex(/^[a-z]{2}-[a-z0-9-]{1,80}$/).optional().catch(undefined),
  status: z.enum(memberStatuses).optional().catch(undefined),
  sort: z.enum(memberSorts).optional().catch(undefined),
  page,
});
export type MemberListParams = z.output<typeof memberListParams>;

const reasonMissing = key("chapters", "refusal.reason-missing");
const request = z.uuid();

/** `from`: the page on which the request was answered, to return to. */
export const decisionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("approve"), request, from: z.enum(["overview"]).optional() }),
  z.object({
    intent: z.literal("decline"),
    request,
    reason: multiLine({ most: 1000, least: 3, missing: reasonMissing }),
  }),
]);
export type Decision = z.output<typeof decisionSchema>;

export const shownAsSchema = z.object({ mandate: z.uuid(), shownAs: properName({ most: 160 }).default("") });
export type ShownAsInput = z.input<typeof shownAsSchema>;
