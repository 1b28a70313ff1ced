import { z } from "zod";

/** A text in several languages: {"kk": "…", "en": "…"}. */
export const languageMap = z.record(z.string(), z.string());
/** Moments come as ISO text and are used as milliseconds since 1970. */
export const timestamp = z.string().transform((iso) => Date.parse(iso));

/** SQL spells names with underscores, the code in camel case: renames a row's keys before it is parsed. Rows inside it need a `fromSnakeCase` of their own. */
export const fromSnakeCase = <Shape extends z.ZodType>(shape: Shape) => z.preprocess((row) => (row && typeof row === "object" ? inCamelCase(row) : row), shape);
const toCamelCase = (name: string) => name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
const inCamelCase = (row: object) => Object.fromEntries(Object.entries(row).map(([name, value]) => [toCamelCase(name), value]));
