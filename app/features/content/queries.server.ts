import { z } from "zod";

import type { Db } from "~/core/supabase/client.server";

const addresses = z.object({ total: z.number(), rows: z.array(z.object({ kind: z.enum(["chapter", "event"]), slug: z.string() })) });

/** The slugs of chapters that are not closed, then of public events, coming or past: one page of them, counted from 1. */
export async function listPublicAddresses(db: Db, { page, perPage }: { page: number; perPage: number }) {
  const { data } = await db.rpc("public_addresses", { page, per_page: perPage }).throwOnError();
  return addresses.parse(data);
}
