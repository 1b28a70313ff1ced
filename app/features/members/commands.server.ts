import type { Locale } from "~/core/i18n/config";
import { commandResult } from "~/core/refusal";
import type { Db } from "~/core/supabase/client.server";

import { consentVersion, optionalConsents, requiredConsents, suggestLatin, type Purpose } from "./rules";
import type { Profile, ResolvedStudy, NewMember } from "./schema";

/** Saves what an account has filled in so far, so that joining can be continued tomorrow on another device. */
export async function saveJoinDraft(db: Db, draft: Record<string, unknown>): Promise<void> {
  // The generated type of a jsonb argument does not accept unknown values; the draft is validated by its schema when it is read.
  await db.rpc("keep_join_draft", { draft: draft as never }).throwOnError();
}

const month = (year: number, number: number) => `${year}-${String(number).padStart(2, "0")}-01`;

/** A study as the database expects it. */
const studyRow = (study: ResolvedStudy) => ({
  city_id: study.city,
  university_id: study.universityId,
  university_other: study.universityId ? null : study.university,
  degree: study.degree,
  field: study.field,
  started_on: month(study.startYear, study.startMonth),
  ends_on: month(study.endYear, study.endMonth),
});

/** A person as the database expects them: without a Latin spelling of their own they get the suggested one, if there is any. */
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
export async function becomeMember(db: Db, { person, study, locale }: { person: NewMember; study: ResolvedStudy; locale: Locale }) {
  const result = await db.rpc("become_member", {
    person: personRow({ ...person, locale }),
    study: studyRow(study),
    agreed: ["processing", "cross_border", ...person.agreed],
    consent_version: consentVersion,
  });
  return commandResult(result, refusals);
}

/** "not-a-member": the account was erased in another window. */
const memberRefusals = ["not-a-member"] as const;

/** Changes the member's own name, language of letters and private details. */
export const changeProfile = async (db: Db, changed: Profile) =>
  commandResult(await db.rpc("change_profile", { person: personRow(changed) }), memberRefusals);

/** Changes what the member studies; earlier studies stay in the history. */
export const changeStudy = async (db: Db, study: ResolvedStudy) =>
  commandResult(await db.rpc("change_study", { study: studyRow(study) }), memberRefusals);

type ConsentAnswers = { agreed: readonly Purpose[]; language: Locale };

/** Records a yes or no to each of these purposes where their last answer was another; `language` is the one in which the text was shown. */
const recordConsents = async (purposes: readonly Purpose[], db: Db, { agreed, language }: ConsentAnswers) =>
  commandResult(await db.rpc("say_consents", { purposes: [...purposes], agreed: [...agreed], consent_version: consentVersion, language }), memberRefusals);

/**
 * Gives and withdraws optional consents: those that the reader changed on the form, and no others. A page left open while one was withdrawn in another
 * window still shows it ticked, and would give it again. `shown`: the purposes that were ticked when the page was loaded.
 */
export const changeConsents = (db: Db, { shown, ...answers }: ConsentAnswers & { shown: readonly string[] }) =>
  recordConsents(optionalConsents.filter((purpose) => answers.agreed.includes(purpose) !== shown.includes(purpose)), db, answers);

/** Renews the consents that membership requires, for somebody who comes back: without them no chapter can be joined. */
export const giveRequiredConsents = (db: Db, language: Locale) => recordConsents(requiredConsents, db, { agreed: requiredConsents, language });

/** Withdraws the renewed consents, and with them requests to chapters. Only for somebody who has left: a member leaves instead. */
export const withdrawRequiredConsents = (db: Db, language: Locale) => recordConsents(requiredConsents, db, { agreed: [], language });

const leavingRefusals = ["already-left"] as const;

/** Leaves the association; `language` is that of the page on which the member did so. */
export const leaveAssociation = async (db: Db, language: Locale) =>
  commandResult(await db.rpc("leave_association", { consent_version: consentVersion, language }), leavingRefusals);
