import type { JWTPayload } from "jose";

import { administer } from "./admin";
import type { AuthParts } from "./auth-parts";
import type { AuthService } from "./auth-service";
import { isDatabaseAway } from "./database-away";
import { AddressChange } from "./email-change";
import { Letters } from "./letters";
import { refusedPassword } from "./passwords";
import type { Postgrest } from "./postgrest";
import { bodyOf, failed, json, refuse, textOf, withBody } from "./responses";
import { Sessions } from "./sessions";
import type { Settings } from "./settings";
import { signIn } from "./signing-in";
import { recover, resend, sendCode, signUp } from "./signing-up";
import { storage } from "./storage-shim";
import { Tokens } from "./tokens";
import type { AuthMail, Log } from "./types";
import { Users } from "./users";

type Parts = {
  auth: AuthService;
  rest: Postgrest;
  settings: Settings;
  siteUrl: string;
  sendAuthMail: (mail: AuthMail) => Promise<void>;
  log: Log;
};
type Handle = (request: Request) => Promise<Response>;

/** Requests that cause a letter to the address in their body. */
const letterRequests = /^\/auth\/v1\/(signup|otp|magiclink|resend|recover)$/;

/** Where the link in the requested letter should lead. */
const redirectParam = ({ url }: Request) => new URL(url).searchParams.get("redirect_to");

/** Routes the requests to a Supabase project: data to PostgREST, accounts and files to the auth service with its gaps filled. */
export function createGateway({ auth, rest, settings, siteUrl, sendAuthMail, log }: Parts): Handle {
  const users = new Users(auth.db);
  const tokens = new Tokens(settings, `${siteUrl}/auth/v1`, users, auth.db);
  const sessions = new Sessions(auth.db, users, tokens);
  const letters = new Letters(users, siteUrl, sendAuthMail);
  auth.sendBy(letters);
  const parts = { auth, users, tokens, sessions, letters, addressChange: new AddressChange(auth.db, users, letters, sessions), siteUrl };
  const jwks = () => json({ keys: [settings.signing.jwk] }, 200, { "cache-control": "public, max-age=600" });
  const hasApiKey = ({ headers }: Request) => [settings.publishableKey, settings.secretKey].includes(headers.get("apikey") ?? "");

  const answer: Handle = async (incoming) => {
    const { pathname } = new URL(incoming.url);
    if (pathname === "/auth/v1/.well-known/jwks.json") return jwks();
    // A signed or public file URL carries its own permission.
    if (!hasApiKey(incoming) && !pathname.startsWith("/storage/v1/")) return json({ message: "Invalid API key" }, 401);
    if (pathname.startsWith("/rest/v1/")) return rest.handle(incoming);
    if (pathname.startsWith("/auth/v1/admin/")) {
      if (!(await tokens.isService(incoming))) return refuse(401, "no_authorization", "This endpoint requires a valid Bearer token");
      return administer(incoming, pathname.slice("/auth/v1/admin/".length), parts);
    }
    if (/^\/auth\/v1\/(factors|sso|saml)/.test(pathname))
      return refuse(422, "mfa_totp_enroll_not_enabled", "Not available on the embedded backend");
    const claims = await tokens.claimsOf(incoming);
    const request = await tokens.inward(incoming, claims);
    if (pathname.startsWith("/storage/v1/")) return storage(request, tokens, auth.handle);
    const email = letterRequests.test(pathname) ? textOf((await bodyOf(request.clone())).email) : "";
    const act = () => account(request, pathname, claims, parts);
    return email ? letters.writingTo(email, redirectParam(incoming), act) : act();
  };
  return (request) =>
    answer(request).catch((error: Error & { code?: string }) => {
      log("The embedded backend failed", { path: new URL(request.url).pathname, error: error.message, code: error.code });
      return failed(isDatabaseAway(error));
    });
}

function account(request: Request, pathname: string, claims: JWTPayload | null, parts: AuthParts): Promise<Response> {
  switch (`${request.method} ${pathname}`) {
    case "POST /auth/v1/signup":
      return signUp(request, parts);
    case "POST /auth/v1/token":
      return signIn(request, parts);
    case "POST /auth/v1/verify":
      return verify(request, parts);
    case "POST /auth/v1/otp":
    case "POST /auth/v1/magiclink":
      return sendCode(request, parts);
    case "POST /auth/v1/resend":
      return resend(request, parts);
    case "POST /auth/v1/recover":
      return recover(request, parts);
    case "PUT /auth/v1/user":
      return changeUser(request, claims, parts);
    default:
      return parts.auth.handle(request);
  }
}

/** The auth service does not know `type: email` and `invite`: the code may be for confirming an account or for signing in, so both are tried. */
async function verify(request: Request, { auth, tokens, addressChange }: AuthParts): Promise<Response> {
  const body = await bodyOf(request);
  if (body.type === "email_change") return addressChange.confirm(body);
  const kinds = body.type === "email" || body.type === "invite" ? ["signup", "magiclink"] : [body.type];
  let answer = refuse(400, "validation_failed", "Verify requires a verification type");
  for (const type of kinds) {
    answer = await auth.handle(withBody(request, { ...body, type }));
    if (answer.ok) break;
  }
  return tokens.outward(answer, "otp");
}

/** A new password ends the other sessions; a new address must be confirmed from both mailboxes. If either is refused, neither is changed. */
async function changeUser(
  request: Request,
  claims: JWTPayload | null,
  { auth, users, sessions, letters, addressChange }: AuthParts,
): Promise<Response> {
  const { email, ...rest } = await bodyOf(request);
  const otherChanges = withBody(request, rest);
  const user = await sessions.personOf(claims);
  if (!user) return auth.handle(otherChanges);
  const password = textOf(rest.password);
  const newEmail = textOf(email).toLowerCase();
  const isEmailChanging = newEmail !== "" && newEmail !== user.email;
  const refusal = (password && refusedPassword(password)) || (isEmailChanging && (await addressChange.refusal(user, newEmail)));
  if (refusal) return refusal;
  const answer = await auth.handle(otherChanges);
  if (!answer.ok) return answer;
  if (password) await sessions.endOthers(user.id, String(claims?.session_id));
  const changed = (await users.byId(user.id)) ?? user;
  if (!isEmailChanging) return json(await users.describe(changed));
  return letters.writingTo(user.email ?? "", redirectParam(request), () => addressChange.ask(changed, newEmail));
}
