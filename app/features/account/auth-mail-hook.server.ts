import { env } from "~/core/env.server";
import { readText } from "~/core/request-body.server";
import { verifyWebhook } from "~/core/standard-webhook.server";

import { authMailSchema, sendAuthMail } from "./auth-mail.server";
import { countAttempt, forgetAttempts } from "./rate-limits.server";

/** The response Supabase expects (https://supabase.com/docs/guides/auth/auth-hooks): an error body on failure, an empty object on success. */
const answer = (status: number, message: string, headers = {}) => Response.json({ error: { http_code: status, message } }, { status, headers });

/**
 * Hosted Supabase's Send Email hook. Only calls signed with our secret are accepted, each of them once: a repeated call whose letter is out, or on its
 * way, is answered with success and sends nothing. If a letter could not be sent, the response asks for a retry.
 */
export async function receiveAuthMail(request: Request): Promise<Response> {
  const { SEND_EMAIL_HOOK_SECRET: secret } = env();
  if (!secret) return answer(503, "SEND_EMAIL_HOOK_SECRET is not set, so sign-in letters cannot be taken from the auth server.");
  const body = await readText(request);
  const verdict = verifyWebhook({ headers: request.headers, body }, secret);
  if (!verdict.ok) return answer(401, `The call is not believed: ${verdict.reason}.`);
  const mail = authMailSchema.safeParse(readJson(body));
  if (!mail.success) return answer(400, "The call is signed, but is no letter.");

  if ((await countAttempt("hook", verdict.id)) > 0) return Response.json({});
  try {
    await sendAuthMail(mail.data);
  } catch (error) {
    await forgetAttempts("hook", verdict.id);
    console.error(JSON.stringify({ level: "error", hook: "auth-mail", problem: error instanceof Error ? error.name : "unknown" }));
    return answer(503, "The letter could not be sent.", { "Retry-After": "1" });
  }
  return Response.json({});
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
