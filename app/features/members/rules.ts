import { daysUntil } from "~/core/days";
import { cut } from "~/core/text";

/** Codes of `supabase/schemas/20_members.sql`, in the order in which they are offered. */
export const degrees = [
  "foundation", "bachelor", "specialist", "one_tier_master", "master", "phd", "doctor_profile", "residency", "internship", "exchange",
  "vocational", "language_course",
] as const;
/** Broad fields of ISCED-F 2013 (UNESCO). */
export const fieldsOfStudy = [
  "education", "arts_humanities", "social_sciences", "business_law", "natural_sciences", "ict", "engineering", "agriculture", "health", "services",
] as const;
export const fundings = [
  "bolashak", "kz_state_grant", "stipendium_hungaricum", "turkiye_burslari", "csc", "daad", "chevening", "erasmus_mundus", "gks", "mext", "rossotrudnichestvo",
  "fulbright", "university_scholarship", "corporate", "self_funded", "loan",
] as const;
export const requiredConsents = ["processing", "cross_border"] as const;
export const optionalConsents = ["publication", "directory", "mailing", "third_party"] as const;
/** To be changed whenever the text of a consent changes. */
export const consentVersion = "2026-11";

export const consentPurposes = [...requiredConsents, ...optionalConsents] as const;
export const statuses = ["applicant", "student", "graduating", "alumni", "friend", "honorary", "suspended", "left"] as const;
/** Entries on a page of the journal. */
export const entriesPerPage = 20;
/** Actions in a member's journal that have a label of their own; any other is shown with a general one. */
export const journalActions = [
  "member:became", "member:left", "study:changed", "membership:joined", "membership:transferred", "membership:left", "mandate:appointed",
  "mandate:handed_over", "mandate:ended", "mandate:laid_down", "mandate:shown",
  "member:seen", "member:exported",
  "request:sent", "request:withdrawn", "request:approved", "request:declined",
  "registration:made", "registration:queued", "registration:cancelled", "registration:promoted", "registration:removed", "registration:seen", "registration:exported",
  "message:sent",
] as const;

export type Purpose = (typeof consentPurposes)[number];
export type Status = (typeof statuses)[number];

/** Surname, given name, patronymic: as people write their own names, never shortened. */
export const fullName = (person: { surname: string | null; givenName: string | null; patronymic?: string | null }): string =>
  [person.surname, person.givenName, person.patronymic].filter(Boolean).join(" ");

// As passports of Kazakhstan spell names, letter by letter.
const passport: Record<string, string> = {
  а: "a", ә: "a", б: "b", в: "v", г: "g", ғ: "g", д: "d", е: "e", ё: "yo", ж: "zh", з: "z", и: "i", й: "y", і: "i", к: "k", қ: "k", л: "l", м: "m", н: "n", ң: "n",
  о: "o", ө: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ұ: "u", ү: "u", ф: "f", х: "kh", һ: "h", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e",
  ю: "yu", я: "ya",
};

/** How many letters a name may have. `own`: surname, given name and patronymic each; `latin`: all of them in Latin letters, as in the passport. */
export const nameLength = { own: 80, latin: 160 };

/** A Latin spelling to suggest («Ахметова Айгерім» → "Akhmetova Aigerim"), as much of it as fits; the member has the last word. */
export function suggestLatin(name: string): string {
  const letters = [...name].map((letter) => {
    const small = letter.toLowerCase();
    const latin = passport[small];
    if (latin === undefined) return letter;
    return letter === small ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
  });
  // «й» after a vowel is written "i" (Aigerim), «ия» "iya".
  return cut(letters.join("").replace(/([aeou])y(?![aeou])/gi, "$1i").trim(), nameLength.latin);
}

/** Members are asked what comes after their study from 90 days before its expected end. */
export const isGraduationNear = (endsOn: string, today: string): boolean => daysUntil(endsOn, today) <= 90;

/** The purposes agreed to now: for each, the last entry in the ledger counts. `ledger` is ordered by time, the latest first. */
export function currentConsents(ledger: readonly { purpose: Purpose; isGiven: boolean }[]): Purpose[] {
  return consentPurposes.filter((purpose) => ledger.find((entry) => entry.purpose === purpose)?.isGiven);
}

/** Whether all consents that membership requires are given now. */
export const hasRequiredConsents = (ledger: Parameters<typeof currentConsents>[0]): boolean => {
  const given = currentConsents(ledger);
  return requiredConsents.every((purpose) => given.includes(purpose));
};

export type Task = "return" | "chapter" | "graduation" | "latin";
type Standing = {
  status: Status | null;
  hasHome: boolean;
  hasAsked: boolean;
  latinName: string | null;
  /** The expected end of the study, YYYY-MM-DD. */
  endsOn: string | null;
};

/** What a member should do next, the most pressing first; `today` as YYYY-MM-DD. */
export function tasksOf({ status, hasHome, hasAsked, latinName, endsOn }: Standing, today: string): Task[] {
  if (status === "left") return ["return"];
  const isStudying = status === "applicant" || status === "student" || status === "graduating";
  const tasks: Task[] = [];
  if (!hasHome && !hasAsked) tasks.push("chapter");
  if (isStudying && endsOn && isGraduationNear(endsOn, today)) tasks.push("graduation");
  if (!latinName) tasks.push("latin");
  return tasks;
}
