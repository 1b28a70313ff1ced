import { z } from "zod";

import { searchTerm, page } from "~/core/query-params";
import { key } from "~/core/i18n/translation-key";

import { leaderRoles } from "./rules";

/** Query parameters of the page on which somebody is appointed: first a search, then the person chosen. */
export const appointeeFilters = z.object({
  q: searchTerm,
  page,
  person: z.uuid().optional().catch(undefined),
});
export type AskedAppointees = z.output<typeof appointeeFilters>;

const dayMissing = key("chapters", "office.dayMissing");
const day = z.iso.date({ error: dayMissing }).refine((typed) => typed >= "2000" && typed < "2100", dayMissing);

export const appointing = z.object({
  person: z.uuid(),
  office: z.enum(leaderRoles, { error: key("common", "error.chooseFromList") }),
  firstDay: day,
  lastDay: day,
});
export type Appointing = z.output<typeof appointing>;

export const ending = z.object({ intent: z.literal("end"), mandate: z.uuid() });
