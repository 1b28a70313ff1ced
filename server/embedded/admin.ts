import type { AuthParts } from "./auth-parts";
import { renewCode, type CodeKind } from "./codes";
import { bodyOf, json, refuse, textOf } from "./responses";
import type { NewUser, UserRow, Users } from "./users";

const mostPerPage = 1000;

/** The admin API, which the auth service lacks. The caller has already checked that the request may use it. */
export async function administer(request: Request, path: string, parts: AuthParts): Promise<Response> {
  const { users } = parts;
  const body = ["POST", "PUT"].includes(request.method) ? await bodyOf(request) : {};
  if (path === "users" && request.method === "POST") return users.create(body as NewUser);
  if (path === "users" && request.method === "GET") return list(new URL(request.url), users);
  if (path === "generate_link" && request.method === "POST") return generateLink(body, parts);
  const [, id] = /^users\/([0-9a-f-]{36})$/.exec(path) ?? [];
  if (!id) return refuse(404, "not_found", "Not available on the embedded backend");
  const user = await users.byId(id);
  if (!user) return refuse(404, "user_not_found", "User not found");
  const handlers: Record<string, () => Promise<Response>> = {
    GET: async () => json(await users.describe(user)),
    PUT: () => users.update(user, body as NewUser),
    DELETE: () => users.remove(user),
  };
  return handlers[request.method]?.() ?? refuse(405, "method_not_allowed", "Method not allowed");
}

async function list({ pathname, searchParams }: URL, users: Users): Promise<Response> {
  const perPage = Math.min(Math.max(1, Number(searchParams.get("per_page")) || 50), mostPerPage);
  const page = Math.max(1, Number(searchParams.get("page")) || 1);
  const { rows, total } = await users.list(page, perPage);
  const last = Math.max(1, Math.ceil(total / perPage));
  const link = (to: number, rel: string) => `<${pathname}?page=${to}&per_page=${perPage}>; rel="${rel}"`;
  const links = [...(page < last ? [link(page + 1, "next")] : []), link(last, "last")].join(", ");
  return json({ users: rows, aud: "authenticated" }, 200, { "x-total-count": String(total), link: links });
}

const kinds: Record<string, CodeKind> = { signup: "confirmation", magiclink: "recovery", recovery: "recovery" };

/** Makes a code and its link without sending a letter. */
async function generateLink(body: Record<string, unknown>, { users, auth, siteUrl }: AuthParts): Promise<Response> {
  const type = textOf(body.type);
  const kind = kinds[type];
  if (!kind) return refuse(400, "validation_failed", "Not available on the embedded backend");
  const user = await findOrMake(body, type, users);
  if (user instanceof Response) return user;
  if (type === "signup" && user.email_confirmed_at) {
    return refuse(422, "email_exists", "A user with this email address has already been registered");
  }
  const { code, hash } = await renewCode(auth.db, user, kind);
  const redirect_to = textOf(body.redirect_to) || siteUrl;
  const action_link = `${siteUrl}/auth/v1/verify?token=${hash}&type=${type}&redirect_to=${encodeURIComponent(redirect_to)}`;
  return json({ ...(await users.describe(user)), action_link, email_otp: code, hashed_token: hash, verification_type: type, redirect_to });
}

async function findOrMake(body: Record<string, unknown>, type: string, users: Users): Promise<UserRow | Response> {
  const email = textOf(body.email);
  const known = await users.byEmail(email);
  if (known) return known;
  if (type === "recovery") return refuse(404, "user_not_found", "User with this email not found");
  const data = (body.data ?? {}) as Record<string, unknown>;
  const created = await users.create({ email, password: textOf(body.password) || undefined, user_metadata: data });
  if (!created.ok) return created;
  return (await users.byEmail(email)) ?? refuse(500, "unexpected_failure", "The account was not made");
}
