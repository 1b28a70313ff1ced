import type { ActionFunctionArgs } from "@remix-run/node";

import { receiveAuthMail } from "~/features/account/auth-mail-hook.server";

/** Signed by the auth server, so that no browser of ours is asked for: it answers POST alone. */
export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

export const action = ({ request }: ActionFunctionArgs) => receiveAuthMail(request);
