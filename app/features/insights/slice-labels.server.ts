import type { TFunction } from "i18next";

import type { Locale } from "~/core/i18n/config";
import { localizedText, type LanguageMap } from "~/core/i18n/language-map";
import { degrees, fieldsOfStudy } from "~/features/members/rules";

/** Labels of slices: { "degree.bachelor": "Бакалавриат", … }, each dimension in the order in which it is offered. */
export type SliceLabels = Record<string, string>;

/** Translated on the server: of the large `members` namespace the page needs these texts only. */
export function sliceLabels(
  regions: { key: string; name: LanguageMap }[],
  { members, unknown, locale }: { members: TFunction<"members">; unknown: string; locale: Locale },
): SliceLabels {
  return Object.fromEntries([
    ...degrees.map((degree) => [`degree.${degree}`, members(`label.degree.${degree}`)]),
    ["degree.unknown", unknown],
    ...fieldsOfStudy.map((field) => [`field.${field}`, members(`label.field.${field}`)]),
    ["field.unknown", unknown],
    ...regions.map(({ key, name }) => [`region.${key}`, localizedText(name, locale)]),
    ["region.unknown", unknown],
  ]) as SliceLabels;
}
