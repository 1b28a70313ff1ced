import type { LoaderFunctionArgs } from "@remix-run/node";

import { member } from "~/core/guards.server";
import { findMyData } from "~/features/members/queries.server";

/** Everything that is kept about the member, to take along. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, me } = await member(args);
  return new Response(JSON.stringify(await findMyData(db), null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="kazalliance-${me.number}.json"`,
      "Cache-Control": "no-store",
    },
  });
}
