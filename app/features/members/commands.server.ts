import type { Locale } from "~/core/i18n/config";
import { answerOf } from "~/core/refusal";
import type { Db } from "~/core/supabase/client.server";

import { consentVersion, freeConsents, neededConsents, suggestLatin, type Purpose } from "./rules";
import type { Profile, ResolvedStudy, You } from "./schema";

/** Keeps what an account has filled in, so that it can go on tomorrow on another device. */
export async function keepDraft(db: Db, draft: Record<string, unknown>): Promise<void> {
  // The generated type of a jsonb argument knows no unknown values; the draft is read again by its schema.
  await db.rpc("keep_join_draft", { draft: draft as never }).throwOnError();
}

const month = (year: number, number: number) => `${year}-${String(number).padStart(2, "0")}-01`;

/** A study as the database takes it. */
const studyRow = (study: ResolvedStudy) => ({
  city_id: study.city,
  university_id: study.universityId,
  university_other: study.universityId ? null : study.university,
  degree: study.degree,
  field: study.field,
  started_on: month(study.startYear, study.startMonth),
  ends_on: month(study.endYear, study.endMonth),
});

/** A person as the database takes them: whoever wrote no Latin spelling gets the suggested one, if there is any. */
const personRow = ({ surname, givenName, patronymic, latinName, homeRegion, funding, locale }: Profile) => ({
  surname,
  given_name: givenName,
  patronymic: patronymic ?? null,
  latin_name: latinName ?? (suggestLatin(`${surname} ${givenName}`) || null),
  locale,
  home_region_id: homeRegion ?? null,
  funding: funding ?? null,
});

const refusals = ["no-account", "consent-missing"] as const;

/** The account becomes a member: one transaction for person, study, consents and status. */
export async function becomeMember(db: Db, { you, study, locale }: { you: You; study: ResolvedStudy; locale: Locale }) {
  const result = await db.rpc("become_member", {
    person: personRow({ ...you, locale }),
    study: studyRow(study),
    agreed: ["processing", "cross_border", ...you.agreed],
    consent_version: consentVersion,
  });
  return answerOf(result, refusals);
}

/** Who is told that they are no member has erased their account in another window. */
const memberRefusals = ["not-a-member"] as const;

/** Changes the member's own name, language of letters and private details. */
export const changeProfile = async (db: Db, changed: Profile) =>
  answerOf(await db.rpc("change_profile", { person: personRow(changed) }), memberRefusals);

/** Tells anew what the member studies; what was told before stays in the history. */
export const changeStudy = async (db: Db, study: ResolvedStudy) =>
  answerOf(await db.rpc("change_study", { study: studyRow(study) }), memberRefusals);

type Saying = { agreed: readonly Purpose[]; language: Locale };

/** Says yes or no to these purposes where the last word about them was another; `language` is the one in which it was shown. */
const sayOf = async (purposes: readonly Purpose[], db: Db, { agreed, language }: Saying) =>
  answerOf(await db.rpc("say_consents", { purposes: [...purposes], agreed: [...agreed], consent_version: consentVersion, language }), memberRefusals);

/**
 * Gives and withdraws what may be given and withdrawn at any time: the purposes that the reader changed, and no others. A page that was open while they took
 * something back in another window shows it ticked still, and would give it again. `shown`: what stood ticked on theirs.
 */
export const changeConsents = (db: Db, { shown, ...saying }: Saying & { shown: readonly string[] }) =>
  sayOf(freeConsents.filter((purpose) => saying.agreed.includes(purpose) !== shown.includes(purpose)), db, saying);

/** Gives anew what whoever comes back agrees to: without it no chapter takes them again. */
export const giveNeededConsents = (db: Db, language: Locale) => sayOf(neededConsents, db, { agreed: neededConsents, language });

/** Takes back what was agreed to anew; requests to chapters go with it. For whoever has left: a member leaves instead. */
export const withdrawNeededConsents = (db: Db, language: Locale) => sayOf(neededConsents, db, { agreed: [], language });

const leavingRefusals = ["already-left"] as const;

/** Leaves the association; `language` is the one in which it was said. */
export const leaveAssociation = async (db: Db, language: Locale) =>
  answerOf(await db.rpc("leave_association", { consent_version: consentVersion, language }), leavingRefusals);
