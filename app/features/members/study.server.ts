import type { Submission } from "@conform-to/dom";
import { parseWithZod } from "@conform-to/zod/v4";

import { formReply } from "~/core/form-reply.server";
import type { Locale } from "~/core/i18n/config";
import { key } from "~/core/i18n/translation-key";
import type { Db } from "~/core/supabase/client.server";
import type { FormReply } from "~/core/use-server-form";

import { listPlaces } from "./places.server";
import { studySchema, type ResolvedStudy } from "./schema";

type StudyReading = { study: ResolvedStudy; /** The submission, for the response if the database refuses it. */ sent: Submission<unknown, string[]> } | { study: null; answer: FormReply & { /** Names of universities to suggest. */ suggestions: string[] } };

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
    const wrong = city ? key("members", "join.study.cityElsewhere") : key("members", "join.missing.city");
    return { study: null, answer: { ...formReply(submission, { fieldErrors: { city: [wrong] } }), suggestions: [] } };
  }
  const found = await resolveUniversity(db, { typed: study.university, city: study.city });
  if (!("id" in found) && !study.isElsewhere) {
    return { study: null, answer: { ...formReply(submission, { fieldErrors: { university: [key("members", "join.study.universityUnknown")] } }), suggestions: found.suggestions } };
  }
  return { study: { ...study, universityId: "id" in found ? found.id : null }, sent: submission };
}

const plain = (name: string) => name.toLowerCase().replace(/['’ʼ`]/g, "").replace(/[\s«»"“”.,–-]+/g, " ").trim();

/** The university with exactly this name, native name, short name or initials; else up to six to suggest, similar ones if there are any. */
async function resolveUniversity(db: Db, { typed, city }: { typed: string; city: string }): Promise<{ id: string } | { suggestions: string[] }> {
  const { data } = await db.from("universities").select("id, name, name_native, short_name, initials").eq("city_id", city).throwOnError();
  const known = data.map(({ id, name, name_native, short_name, initials }) => ({
    id,
    name,
    ways: [name, name_native ?? "", short_name ?? "", ...initials.split(" ")].map(plain).filter(Boolean),
  }));
  const wanted = plain(typed);
  const exact = known.find(({ ways }) => ways.includes(wanted));
  if (exact) return { id: exact.id };
  const parts = wanted.split(" ").filter((part) => part.length > 2);
  const similar = known.filter(({ ways }) => parts.some((part) => ways.some((way) => way.includes(part))));
  return { suggestions: (similar.length > 0 ? similar : known).slice(0, 6).map(({ name }) => name) };
}
