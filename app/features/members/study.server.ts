import type { Submission } from "@conform-to/dom";
import { parseWithZod } from "@conform-to/zod/v4";

import { formReply } from "~/core/form-reply.server";
import type { Locale } from "~/core/i18n/config";
import { key } from "~/core/i18n/translation-key";
import type { Db } from "~/core/supabase/client.server";
import type { FormReply } from "~/core/use-server-form";

import { listPlaces } from "./places.server";
import { studySchema, type ResolvedStudy } from "./schema";

/** `submission`: for the response if the database refuses the study. `suggestions`: names of universities. */
type StudyReading =
  | { study: ResolvedStudy; submission: Submission<unknown, string[]> }
  | { study: null; answer: FormReply & { suggestions: string[] } };

/** Reads a submitted study and looks up its university; if that fails, `answer` is the reply to the form. */
export async function readStudy(db: Db, form: FormData, locale: Locale): Promise<StudyReading> {
  // One of the suggested names was chosen: it replaces what was typed.
  const chosen = form.get("meant");
  if (chosen) form.set("university", chosen);
  const submission = parseWithZod(form, { schema: studySchema });
  if (submission.status !== "success") return { study: null, answer: { ...formReply(submission), suggestions: [] } };
  const study = submission.value;
  const { cities } = await listPlaces(locale);
  const city = cities.find(({ id }) => id === study.city);
  if (city?.country !== study.country) {
    const problem = city ? key("members", "join.study.cityElsewhere") : key("members", "join.missing.city");
    return { study: null, answer: { ...formReply(submission, { fieldErrors: { city: [problem] } }), suggestions: [] } };
  }
  const found = await resolveUniversity(db, { typed: study.university, city: study.city });
  if ("id" in found) return { study: { ...study, universityId: found.id }, submission };
  if (study.isElsewhere) return { study: { ...study, universityId: null }, submission };
  const problem = key("members", "join.study.universityUnknown");
  return { study: null, answer: { ...formReply(submission, { fieldErrors: { university: [problem] } }), suggestions: found.suggestions } };
}

const simplify = (name: string) => name.toLowerCase().replace(/['’ʼ`]/g, "").replace(/[\s«»"“”.,–-]+/g, " ").trim();

/** The university with exactly this name, native name, short name or initials; else up to six to suggest, similar ones if there are any. */
async function resolveUniversity(db: Db, { typed, city }: { typed: string; city: string }): Promise<{ id: string } | { suggestions: string[] }> {
  const { data } = await db.from("universities").select("id, name, name_native, short_name, initials").eq("city_id", city).throwOnError();
  const universities = data.map(({ id, name, name_native, short_name, initials }) => ({
    id,
    name,
    spellings: [name, name_native ?? "", short_name ?? "", ...initials.split(" ")].map(simplify).filter(Boolean),
  }));
  const typedName = simplify(typed);
  const exact = universities.find(({ spellings }) => spellings.includes(typedName));
  if (exact) return { id: exact.id };
  const parts = typedName.split(" ").filter((part) => part.length > 2);
  const isSimilar = (spelling: string) => parts.some((part) => spelling.includes(part));
  const similar = universities.filter(({ spellings }) => spellings.some(isSimilar));
  const suggested = similar.length > 0 ? similar : universities;
  return { suggestions: suggested.slice(0, 6).map(({ name }) => name) };
}
