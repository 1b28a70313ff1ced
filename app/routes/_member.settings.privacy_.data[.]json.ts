import type { LoaderFunctionArgs } from "@remix-run/node";

import { account } from "~/core/guards.server";
import { forbidden } from "~/core/http";
import { findMyData } from "~/features/members/queries.server";

/** Everything stored about a person, member or not, as a download. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, who } = await account(args);
  if (who.isSuspended) throw forbidden("suspended");
  return new Response(JSON.stringify(await findMyData(db), null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${["kazalliance", who.member?.number].filter(Boolean).join("-")}.json"`,
      "Cache-Control": "no-store",
    },
  });
}
