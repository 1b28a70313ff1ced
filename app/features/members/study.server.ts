import { parseWithZod } from "@conform-to/zod/v4";

import { key } from "~/core/i18n/key";
import type { Db } from "~/core/supabase/client.server";
import type { FormAnswer } from "~/core/use-answered-form";

import { resolveUniversity } from "./commands.server";
import { studyStep, type ResolvedStudy } from "./schema";

type Told = { study: ResolvedStudy } | { study: null; answer: FormAnswer & { /** Universities that sound like what was typed. */ meant: string[] } };

/** A study as somebody filled it in, with its university found; else what to answer. */
export async function readStudy(db: Db, form: FormData): Promise<Told> {
  const submission = parseWithZod(form, { schema: studyStep });
  if (submission.status !== "success") return { study: null, answer: { ...submission.reply(), meant: [] } };
  const study = submission.value;
  if (!study.city.startsWith(`${study.country.toLowerCase()}-`)) {
    return { study: null, answer: { ...submission.reply({ fieldErrors: { city: [key("members", "join.study.cityElsewhere")] } }), meant: [] } };
  }
  const found = await resolveUniversity(db, { typed: study.university, city: study.city });
  if (!("id" in found) && !study.isElsewhere) {
    return { study: null, answer: { ...submission.reply({ fieldErrors: { university: [key("members", "join.study.universityUnknown")] } }), meant: found.meant } };
  }
  return { study: { ...study, universityId: "id" in found ? found.id : null } };
}
