import { z } from "zod";

import { locales } from "~/core/i18n/config";
import { key } from "~/core/i18n/key";

import { degrees, fieldsOfStudy, freeConsents, fundings } from "./rules";

const required = key("common", "error.required");
const choose = key("common", "error.chooseOne");
const tooLong = (max: number) => key("common", "error.tooLong", { max });
const text = (max: number) => z.string({ error: required }).trim().min(1, required).max(max, tooLong(max));
const optionalText = (max: number) => z.string().trim().max(max, tooLong(max)).optional();

export const email = z.string({ error: required }).trim().toLowerCase().max(254, tooLong(254)).pipe(z.email({ error: key("common", "error.email") }));

export const accountStep = z.object({
  email,
  password: z.string().optional(),
  intent: z.enum(["password", "code"]).default("password"),
});
export type AccountStep = z.input<typeof accountStep>;

export const codeStep = z.object({
  code: z.string({ error: required }).transform((typed) => typed.replace(/\D/g, "")).refine((digits) => digits.length === 6, key("common", "error.codeWrong")),
});
export type CodeStep = z.input<typeof codeStep>;

const years = { least: 1990, most: 2045 };
const month = z.coerce.number({ error: choose }).int().min(1, choose).max(12, choose);
const year = z.coerce.number({ error: choose }).int().min(years.least, choose).max(years.most, choose);

export const studyStep = z
  .object({
    country: z.string({ error: choose }).regex(/^[A-Z]{2}$/, choose),
    city: z.string({ error: choose }).min(1, choose).max(80, choose),
    university: text(200),
    isElsewhere: z.boolean().default(false),
    degree: z.enum(degrees, { error: choose }),
    field: z.enum(fieldsOfStudy, { error: choose }),
    startMonth: month,
    startYear: year,
    endMonth: month,
    endYear: year,
  })
  .refine((study) => study.endYear * 12 + study.endMonth > study.startYear * 12 + study.startMonth, { path: ["endYear"], error: key("common", "error.dateOrder") });
export type StudyStep = z.input<typeof studyStep>;
export type Study = z.output<typeof studyStep>;

export const youStep = z.object({
  surname: text(80),
  givenName: text(80),
  patronymic: optionalText(80),
  latinName: optionalText(160),
  homeRegion: z.string().max(40).optional(),
  funding: z.enum(fundings).optional(),
  processing: z.literal(true, { error: key("common", "error.consentRequired") }),
  cross_border: z.literal(true, { error: key("common", "error.consentRequired") }),
  agreed: z.array(z.enum(freeConsents)).default([]),
});
export type YouStep = z.input<typeof youStep>;
export type You = z.output<typeof youStep>;

export const profile = youStep.omit({ processing: true, cross_border: true, agreed: true }).extend({ locale: z.enum(locales, { error: choose }) });
export type ProfileForm = z.input<typeof profile>;
export type Profile = z.output<typeof profile>;

export const consentForm = z.object({ agreed: z.array(z.enum(freeConsents)).default([]) });

/** What the address of the page about one's data may ask. */
export const askedJournal = z.object({
  who: z.enum(["others", "all"]).catch("others"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type AskedJournal = z.output<typeof askedJournal>;
