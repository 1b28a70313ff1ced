import { z } from "zod";

type Bounds = { least: number; most: number; error?: string };

/** Digits, also in groups of three as our pages write them: "1 000". */
const digits = /^(\d{1,15}|\d{1,3}(\s\d{3}){1,4})$/;

/** A whole number, as people type it or a draft stores it: "1e3" and "0x10", which JavaScript also reads as numbers, are refused. */
export const wholeNumber = ({ least, most, error }: Bounds) =>
  z.coerce.string({ error }).trim().regex(digits, error).transform((typed) => Number(typed.replace(/\s/g, ""))).pipe(z.number().min(least, error).max(most, error));
