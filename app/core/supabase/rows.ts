import { z } from "zod";

/** A text in several languages: {"kk": "…", "en": "…"}. */
export const words = z.record(z.string(), z.string());
/** Moments come as ISO text and are used as milliseconds since 1970. */
export const moment = z.string().transform((iso) => Date.parse(iso));

/** SQL spells names with underscores, the code in camel case: a row is renamed before it is read, and so is each row inside it. */
export const renamed = <Shape extends z.ZodType>(shape: Shape) => z.preprocess((row) => (row && typeof row === "object" ? inCamelCase(row) : row), shape);
const inCamelCase = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase()), value]));
