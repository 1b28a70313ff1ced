import { z } from "zod";

import { singleLine } from "./text-schemas";

/** Query parameters of lists. A value that makes no sense is ignored, so that an old link still leads somewhere. */
export const searchTerm = singleLine({ most: 100, least: 1 }).optional().catch(undefined);
export const country = z.string().regex(/^[A-Z]{2}$/).optional().catch(undefined);
export const city = z.string().regex(/^[a-z]{2}-[a-z0-9-]{1,60}$/).optional().catch(undefined);

const pageNumber = z.coerce.number().int().min(1).max(10_000);
export const page = pageNumber.optional().catch(undefined);
export const pageOrFirst = pageNumber.catch(1);
