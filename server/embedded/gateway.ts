import { json, refuse } from "./answers";
import type { AuthService } from "./auth-service";
import type { Postgrest } from "./postgrest";
import type { Settings } from "./settings";
import { storage } from "./storage-shim";
import { Tokens } from "./tokens";
import type { AuthMail } from "./types";
import { metadata, Users, type UserRow } from "./users";

type SendAuthMail = (mail: AuthMail) => Promise<void>;
type Parts = { auth: AuthService; rest: Postgrest; settings: Settings; siteUrl: string; sendAuthMail: SendAuthMail };

/** One door for the addresses of a Supabase project: data to PostgREST, accounts and files to the auth service with its gaps filled. */
export function createGateway({ auth, rest, settings, siteUrl, sendAuthMail }: Parts): (request: Request) => Promise<Response> {
  const users = new Users(auth.db);
  const tokens = new Tokens(settings, `${siteUrl}/auth/v1`, users);

  return async (outer) => {
    const { pathname } = new URL(outer.url);
    if (pathname.startsWith("/rest/v1/")) return rest.handle(outer);
    if (pathname === "/auth/v1/.well-known/jwks.json") return json({ keys: [settings.signing.jwk] });
    if (pathname.startsWith("/auth/v1/admin/")) {
      if (!(await tokens.isService(outer))) return refuse(401, "no_authorization", "This endpoint requires a valid Bearer token");
      return administer(outer, pathname.slice("/auth/v1/admin/".length), users);
    }
    if (/^\/auth\/v1\/(factors|sso|saml)/.test(pathname)) return refuse(422, "mfa_totp_enroll_not_enabled", "Not available on the embedded backend");

    const request = await tokens.inward(outer);
    if (pathname.startsWith("/storage/v1/")) return storage(request, pathname, (inner) => auth.handle(inner));
    switch (`${request.method} ${pathname}`) {
      case "POST /auth/v1/verify":
        return verify(request, auth, tokens);
      case "POST /auth/v1/otp":
        return sendCode(request, auth, users);
      case "POST /auth/v1/token":
      case "POST /auth/v1/signup":
        return tokens.outward(await auth.handle(request), "password");
      case "PUT /auth/v1/user":
        return changeUser(request, auth, { siteUrl, sendAuthMail, users });
      default:
        return auth.handle(request);
    }
  };
}

/** `type: email` and `invite` are not known inside: a code may belong to a first confirmation or to a sign-in. */
async function verify(request: Request, auth: AuthService, tokens: Tokens): Promise<Response> {
  const body = (await request.json()) as { type?: string };
  const kinds = body.type === "email" || body.type === "invite" ? ["magiclink", "signup"] : [body.type];
  let answer = refuse(400, "validation_failed", "Verify requires a verification type");
  for (const type of kinds) {
    answer = await auth.handle(new Request(request.url, { method: "POST", headers: bodyless(request.headers), body: JSON.stringify({ ...body, type }) }));
    if (answer.ok) break;
  }
  return tokens.outward(answer, "otp");
}

/** The auth service forgets the metadata of somebody whom a code creates: it is written first, so that even the first letter knows its language. */
async function sendCode(request: Request, auth: AuthService, users: Users): Promise<Response> {
  const body = (await request.json()) as { email?: string; create_user?: boolean; data?: Record<string, unknown> };
  if (body.email && body.create_user !== false && !(await users.byEmail(body.email))) {
    const created = await users.create({ email: body.email, user_metadata: body.data });
    if (!created.ok) return created;
  }
  return auth.handle(new Request(request.url, { method: "POST", headers: bodyless(request.headers), body: JSON.stringify(body) }));
}

type Changing = { siteUrl: string; sendAuthMail: SendAuthMail; users: Users };

/** A change of address is confirmed from both mailboxes; the auth service writes to the old one only, so the new one is written to here. */
async function changeUser(request: Request, auth: AuthService, { siteUrl, sendAuthMail, users }: Changing): Promise<Response> {
  const wanted = (await request.clone().json().catch(() => ({}))) as { email?: string };
  const answer = await auth.handle(request);
  if (!answer.ok || !wanted.email) return answer;
  const { id } = (await answer.clone().json()) as { id: string };
  const user = await users.byId(id);
  if (!user?.email || !user.email_change || !user.email_change_token_new) return answer;
  await sendAuthMail({
    user: { email: user.email, new_email: user.email_change, user_metadata: metadata(user.raw_user_meta_data) },
    email_data: { token: "", token_hash: user.email_change_token_new, redirect_to: siteUrl, email_action_type: "email_change", site_url: siteUrl },
  });
  return answer;
}

function bodyless(headers: Headers): Headers {
  const copy = new Headers(headers);
  copy.delete("content-length");
  return copy;
}

async function administer(request: Request, path: string, users: Users): Promise<Response> {
  const url = new URL(request.url);
  const body = request.method === "POST" || request.method === "PUT" ? ((await request.json().catch(() => ({}))) as Record<string, never>) : {};
  if (path === "users" && request.method === "POST") return users.create(body);
  if (path === "users" && request.method === "GET") {
    const perPage = Math.min(Number(url.searchParams.get("per_page") || 50), 1000);
    return users.list(Math.max(1, Number(url.searchParams.get("page") || 1)), perPage);
  }
  const [, id] = /^users\/([0-9a-f-]{36})$/.exec(path) ?? [];
  if (!id) return refuse(404, "not_found", "Not available on the embedded backend");
  const user = await users.byId(id);
  if (!user) return refuse(404, "user_not_found", "User not found");
  const acts: Record<string, (found: UserRow) => Promise<Response>> = {
    GET: async (found) => json(await users.describe(found)),
    PUT: (found) => users.update(found, body),
    DELETE: (found) => users.remove(found),
  };
  return acts[request.method]?.(user) ?? refuse(405, "method_not_allowed", "Method not allowed");
}
