import { z } from "zod";

import { key } from "./i18n/translation-key";
import { manyLines, oneLine, plainName } from "./text";

type Bounds = {
  most: number;
  least?: number;
  /** The error when nothing was typed, or too little; without it the text may be empty. */
  missing?: string;
};

/** Cleaned before it is measured, and measured in code points, as PostgreSQL's `length` does: what passes here fits the column. */
const typed =
  (clean: (text: string) => string) =>
  ({ most, missing, least = missing ? 1 : 0 }: Bounds) =>
    z.string({ error: missing }).overwrite(clean).min(least, missing).max(most, key("common", "error.tooLong", { max: most }));

/** Typed texts of one line, and of several. */
export const singleLine = typed(oneLine);
export const multiLine = typed(manyLines);

const bareName = typed(plainName);
/** The name of a person or a place: it must contain a letter. */
export const properName = (bounds: Bounds) => bareName(bounds).refine((text) => text === "" || /\p{L}/u.test(text), key("common", "error.noLetter"));
