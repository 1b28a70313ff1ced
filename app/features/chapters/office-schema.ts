import { z } from "zod";

import { key } from "~/core/i18n/translation-key";
import { searchTerm, page } from "~/core/query-params";

import { leaderRoles } from "./rules";

/** Query parameters of the page on which somebody is appointed: first a search, then the person chosen. */
export const appointeeParams = z.object({
  q: searchTerm,
  page,
  person: z.uuid().optional().catch(undefined),
});
export type AppointeeParams = z.output<typeof appointeeParams>;

const dayMissing = key("chapters", "office.dayMissing");
const day = z.iso.date({ error: dayMissing }).refine((typed) => typed >= "2000" && typed < "2100", dayMissing);

export const appointmentSchema = z.object({
  person: z.uuid(),
  office: z.enum(leaderRoles, { error: key("common", "error.chooseFromList") }),
  firstDay: day,
  lastDay: day,
});
export type Appointment = z.output<typeof appointmentSchema>;

export const endMandateSchema = z.object({ intent: z.literal("end"), mandate: z.uuid() });
