import { cut } from "~/core/text";
import type { Me } from "~/core/who.server";

import type { StudyRow } from "./queries.server";
import type { ProfileInput, StudyInput } from "./schema";

/** A draft as form values: each of them is text. */
export const draftValues = (draft: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, textOf(value)]));

function textOf(value: unknown): string {
  if (value === true) return "on";
  return value === false || value === null ? "" : String(value);
}

const personNames = ["surname", "givenName", "patronymic", "latinName", "homeRegion", "funding"] as const;
/** The values of a draft, or of a form, that are about the person. Not the consents: nothing is ticked beforehand. */
export const personValues = (filled: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(personNames.flatMap((name) => (typeof filled[name] === "string" ? [[name, cut(filled[name], 160)]] : [])));

/** A saved study as form values. */
export function studyValues(study: StudyRow | undefined): Partial<Record<keyof StudyInput, string>> {
  if (!study) return {};
  const [startYear, startMonth] = study.startedOn.split("-").map(Number);
  const [endYear, endMonth] = study.endsOn.split("-").map(Number);
  return {
    country: study.city.country,
    city: study.cityId,
    university: study.university?.name ?? study.universityOther ?? "",
    isElsewhere: study.university ? "" : "on",
    degree: study.degree,
    field: study.field,
    startMonth: String(startMonth),
    startYear: String(startYear),
    endMonth: String(endMonth),
    endYear: String(endYear),
  };
}

type Details = { home_region_id: string | null; funding: string | null } | null;

/** A member as values of the profile form. */
export const profileValues = (person: Me, details: Details): Record<keyof ProfileInput, string> => ({
  surname: person.surname,
  givenName: person.givenName,
  patronymic: person.patronymic ?? "",
  latinName: person.latinName ?? "",
  homeRegion: details?.home_region_id ?? "",
  funding: details?.funding ?? "",
  locale: person.locale,
});
