import type { Submission } from "@conform-to/dom";
import { parseWithZod } from "@conform-to/zod/v4";

import { replyTo } from "~/core/answer-form.server";
import type { Locale } from "~/core/i18n/config";
import { key } from "~/core/i18n/key";
import type { Db } from "~/core/supabase/client.server";
import type { FormReply } from "~/core/use-answered-form";

import { listPlaces } from "./places.server";
import { studyStep, type ResolvedStudy } from "./schema";

type Told = { study: ResolvedStudy; /** As it was sent, for the answer where it is refused. */ sent: Submission<unknown, string[]> } | { study: null; answer: FormReply & { /** Universities that sound like what was typed. */ meant: string[] } };

/** A study as somebody filled it in, with its university found; else what to answer. */
export async function readStudy(db: Db, form: FormData, locale: Locale): Promise<Told> {
  // One of the names that sounded like what was typed was pressed: it stands for it.
  const meant = form.get("meant");
  if (meant) form.set("university", meant);
  const submission = parseWithZod(form, { schema: studyStep });
  if (submission.status !== "success") return { study: null, answer: { ...replyTo(submission), meant: [] } };
  const study = submission.value;
  const { cities } = await listPlaces(locale);
  const city = cities.find(({ id }) => id === study.city);
  if (city?.country !== study.country) {
    const wrong = city ? key("members", "join.study.cityElsewhere") : key("members", "join.missing.city");
    return { study: null, answer: { ...replyTo(submission, { fieldErrors: { city: [wrong] } }), meant: [] } };
  }
  const found = await resolveUniversity(db, { typed: study.university, city: study.city });
  if (!("id" in found) && !study.isElsewhere) {
    return { study: null, answer: { ...replyTo(submission, { fieldErrors: { university: [key("members", "join.study.universityUnknown")] } }), meant: found.meant } };
  }
  return { study: { ...study, universityId: "id" in found ? found.id : null }, sent: submission };
}

const plain = (name: string) => name.toLowerCase().replace(/['’ʼ`]/g, "").replace(/[\s«»"“”.,–-]+/g, " ").trim();

/** The university meant by what was typed: an exact name in any of its languages, or what it is called for short, else what sounds like it. */
async function resolveUniversity(db: Db, { typed, city }: { typed: string; city: string }): Promise<{ id: string } | { meant: string[] }> {
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
  return { meant: (similar.length > 0 ? similar : known).slice(0, 6).map(({ name }) => name) };
}
