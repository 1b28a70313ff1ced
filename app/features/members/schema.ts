import { z } from "zod";

import { locales } from "~/core/i18n/config";
import { key } from "~/core/i18n/translation-key";
import { wholeNumber } from "~/core/number-schemas";
import { pageOrFirst } from "~/core/query-params";
import { properName } from "~/core/text-schemas";
import { checkNewPassword, emailSchema } from "~/features/account/schema";

import { degrees, fieldsOfStudy, optionalConsents, fundings, nameLength } from "./rules";

const choose = key("common", "error.chooseOne");
const optionalName = (most: number) => properName({ most }).optional().transform((typed) => typed || undefined);

export const accountSchema = z
  .object({
    email: emailSchema,
    password: z.string().default(""),
    intent: z.enum(["password", "code"]).default("password"),
  })
  .superRefine(({ email, password, intent }, context) => {
    if (intent === "password") checkNewPassword(password, email, context);
  });
export type AccountInput = z.input<typeof accountSchema>;

const years = { least: 1990, most: 2045 };
const month = (missing: string) => wholeNumber({ least: 1, most: 12, error: missing });
const year = (missing: string) => wholeNumber({ ...years, error: missing });
/** Each message names its field, since the summary above the form may list many empty fields at once. */
const missing = {
  country: key("members", "join.missing.country"),
  city: key("members", "join.missing.city"),
  university: key("members", "join.missing.university"),
  degree: key("members", "join.missing.degree"),
  field: key("members", "join.missing.field"),
  surname: key("members", "join.missing.surname"),
  givenName: key("members", "join.missing.givenName"),
};

export const studySchema = z
  .object({
    country: z.string({ error: missing.country }).regex(/^[A-Z]{2}$/, missing.country),
    city: z.string({ error: missing.city }).min(1, missing.city).max(80, missing.city),
    university: properName({ most: 200, missing: missing.university }).min(2, key("members", "join.universityShort")),
    isElsewhere: z.boolean().default(false),
    degree: z.enum(degrees, { error: missing.degree }),
    field: z.enum(fieldsOfStudy, { error: missing.field }),
    startMonth: month(key("members", "join.missing.startMonth")),
    startYear: year(key("members", "join.missing.startYear")),
    endMonth: month(key("members", "join.missing.endMonth")),
    endYear: year(key("members", "join.missing.endYear")),
  })
  .refine((study) => study.endYear * 12 + study.endMonth > study.startYear * 12 + study.startMonth, { path: ["endYear"], error: key("common", "error.dateOrder") });
export type StudyInput = z.input<typeof studySchema>;
/** A study whose university was looked up in our list; null: it is not there. */
export type ResolvedStudy = z.output<typeof studySchema> & { universityId: string | null };

/** The ids that the selects offer. */
type Known = { regions: readonly string[] };
const personFields = ({ regions }: Known) => ({
  surname: properName({ most: nameLength.own, missing: missing.surname }),
  givenName: properName({ most: nameLength.own, missing: missing.givenName }),
  patronymic: optionalName(nameLength.own),
  latinName: optionalName(nameLength.latin),
  homeRegion: z.string().refine((id) => regions.includes(id), key("common", "error.chooseFromList")).optional(),
  funding: z.enum(fundings).optional(),
});

/** The consents without which nobody can be a member. */
const requiredConsentFields = {
  processing: z.literal(true, { error: key("members", "join.missing.processing") }),
  cross_border: z.literal(true, { error: key("members", "join.missing.cross_border") }),
};

export const personSchema = (known: Known) =>
  z.object({
    ...personFields(known),
    ...requiredConsentFields,
    agreed: z.array(z.enum(optionalConsents)).default([]),
  });
export type PersonInput = z.input<ReturnType<typeof personSchema>>;
export type NewMember = z.output<ReturnType<typeof personSchema>>;

export const profileSchema = (known: Known) => z.object({ ...personFields(known), locale: z.enum(locales, { error: choose }) });
export type ProfileInput = z.input<ReturnType<typeof profileSchema>>;
export type Profile = z.output<ReturnType<typeof profileSchema>>;

/** Somebody who comes back has to agree again: by leaving they withdrew all consents. */
export const returnSchema = z.object(requiredConsentFields);
export type ReturnInput = z.input<typeof returnSchema>;

/** `shown`: the purposes that were ticked when the page was loaded. */
export const consentsSchema = z.object({
  agreed: z.array(z.enum(optionalConsents)).default([]),
  shown: z.string().max(200).default("").transform((names) => names.split(" ")),
});

/** Query parameters of the page about one's own data. */
export const journalParams = z.object({
  who: z.enum(["others", "all"]).catch("others"),
  page: pageOrFirst,
});
export type JournalParams = z.output<typeof journalParams>;
