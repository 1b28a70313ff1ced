import { z } from "zod";

type Bounds = { least: number; most: number; error?: string };

/** A number in plain digits, as people type it or a draft stores it: "1e3" and "0x10", which JavaScript also reads as numbers, are refused. */
export const wholeNumber = ({ least, most, error }: Bounds) =>
  z.coerce.string({ error }).trim().regex(/^[0-9]{1,15}$/, error).transform(Number).pipe(z.number().min(least, error).max(most, error));
