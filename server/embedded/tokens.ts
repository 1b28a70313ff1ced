import { jwtVerify, SignJWT, type JWTPayload } from "jose";
import { sql } from "kysely";

import type { AuthDb } from "./auth-pool";
import { refuse } from "./responses";
import type { Settings } from "./settings";
import { isBanned, metadata, type UserRow, type Users } from "./users";

export const secondsOfToken = 3600;

const bearerOf = (request: Request) => (request.headers.get("authorization") ?? "").replace(/^Bearer /i, "");

/** Outside, tokens are signed with ES256 as on hosted projects; the auth service inside only knows HS256. */
export class Tokens {
  private readonly inner: Uint8Array;

  constructor(
    private readonly settings: Settings,
    private readonly issuer: string,
    private readonly users: Users,
    private readonly db: AuthDb,
  ) {
    this.inner = new TextEncoder().encode(settings.innerSecret);
  }

  /**
   * The request as the auth service can read it. A token that is not one of ours never gets in: inside, signed file URLs are made with the same secret, and
   * one of their tokens would pass for a person's.
   */
  async inward(request: Request, claims: JWTPayload | null): Promise<Request> {
    const bearer = bearerOf(request);
    if (!claims && (bearer === "" || bearer.startsWith("sb_"))) return request;
    const inner = claims ? await new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(this.inner) : "not.a.token";
    const headers = new Headers(request.headers);
    headers.set("authorization", `Bearer ${inner}`);
    return new Request(request, { headers });
  }

  /** The claims of the request's token; null if there is none or it is not ours. */
  async claimsOf(request: Request): Promise<JWTPayload | null> {
    const bearer = bearerOf(request);
    if (!bearer.startsWith("ey")) return null;
    const { publicKey } = this.settings.signing;
    return jwtVerify(bearer, publicKey, { algorithms: ["ES256"] }).then(
      ({ payload }) => payload,
      () => null,
    );
  }

  /** The file that a signed URL gives access to; null if it has expired or is not ours. */
  async fileOf(token: string): Promise<{ bucket: string; path: string } | null> {
    return jwtVerify(token, this.inner, { algorithms: ["HS256"] }).then(
      ({ payload }) => ({ bucket: String(payload.bucket), path: String(payload.sub) }),
      () => null,
    );
  }

  async isService(request: Request): Promise<boolean> {
    const { secretKey } = this.settings;
    return (
      request.headers.get("apikey") === secretKey ||
      bearerOf(request) === secretKey ||
      (await this.claimsOf(request))?.role === "service_role"
    );
  }

  /** Gives a response with a session the claims and signature of hosted Supabase; a banned user gets no session. */
  async outward(answer: Response, method: string): Promise<Response> {
    if (!answer.ok || !(answer.headers.get("content-type") ?? "").includes("json")) return answer;
    const body = (await answer
      .clone()
      .json()
      .catch(() => null)) as { access_token?: string } | null;
    if (!body?.access_token) return answer;
    const { payload } = await jwtVerify(body.access_token, this.inner, { algorithms: ["HS256"] });
    const user = await this.users.byId(String(payload.sub));
    const session = String(payload.session_id);
    if (!user || isBanned(user)) {
      await this.users.endSession(session);
      return refuse(400, "user_banned", "User is banned");
    }
    await this.remember(session, method);
    const headers = new Headers(answer.headers);
    headers.delete("content-length");
    const described = await this.users.describe(user);
    return new Response(JSON.stringify({ ...body, access_token: await this.mint(user, session), user: described }), {
      status: answer.status,
      headers,
    });
  }

  /** Stores how a session was opened, so that its refreshed tokens say the same. */
  async remember(session: string, method: string): Promise<void> {
    await sql`insert into auth.mfa_amr_claims (session_id, authentication_method, created_at, updated_at)
      values (${session}, ${method}, now(), now()) on conflict do nothing`.execute(this.db);
  }

  async mint(user: UserRow, session: string): Promise<string> {
    const { rows: amr } = await sql<{ method: string; timestamp: number }>`
      select authentication_method as method, extract(epoch from created_at)::int as timestamp
      from auth.mfa_amr_claims where session_id = ${session} order by created_at desc`.execute(this.db);
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer,
      sub: user.id,
      aud: user.aud ?? "authenticated",
      exp: now + secondsOfToken,
      iat: now,
      email: user.email ?? "",
      phone: "",
      app_metadata: metadata(user.raw_app_meta_data),
      user_metadata: metadata(user.raw_user_meta_data),
      role: user.role ?? "authenticated",
      aal: "aal1",
      amr,
      session_id: session,
      is_anonymous: false,
    };
    const { kid, privateKey } = this.settings.signing;
    return new SignJWT(claims).setProtectedHeader({ alg: "ES256", typ: "JWT", kid }).sign(privateKey);
  }
}
