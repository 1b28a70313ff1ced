import type { ActionFunctionArgs } from "@remix-run/node";

import { receiveAuthMail } from "~/features/account/auth-mail-hook.server";

/** Signed by the auth server, and exempt from the origin check, which is for browsers: it answers POST only. */
export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

export const action = ({ request }: ActionFunctionArgs) => receiveAuthMail(request);
