import { z } from "zod";

type Asked = { least: number; most: number; error?: string };

/** A number as people type it, or as a draft keeps it, in plain digits: "1e3" and "0x10", which JavaScript reads as numbers too, are none. */
export const wholeNumber = ({ least, most, error }: Asked) =>
  z.coerce.string({ error }).trim().regex(/^[0-9]{1,15}$/, error).transform(Number).pipe(z.number().min(least, error).max(most, error));
