import { jwtVerify, SignJWT, type JWTPayload } from "jose";

import { refuse } from "./answers";
import type { Settings } from "./settings";
import { metadata, type Users } from "./users";

const bearerOf = (request: Request) => (request.headers.get("authorization") ?? "").replace(/^Bearer /i, "");

/** Outside, tokens are signed with ES256 as on hosted projects; inside, the auth service knows HS256 only. */
export class Tokens {
  private readonly inner: Uint8Array;

  constructor(
    private readonly settings: Settings,
    private readonly issuer: string,
    private readonly users: Users,
  ) {
    this.inner = new TextEncoder().encode(settings.innerSecret);
  }

  /** The request as the auth service can read it; a token that is not ours stays as it is and is refused there. */
  async inward(request: Request): Promise<Request> {
    const bearer = bearerOf(request);
    if (!bearer.startsWith("ey")) return request;
    const payload = await this.verify(bearer);
    if (!payload) return request;
    const headers = new Headers(request.headers);
    headers.set("authorization", `Bearer ${await new SignJWT(payload).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(this.inner)}`);
    return new Request(request, { headers });
  }

  async verify(token: string): Promise<JWTPayload | null> {
    return jwtVerify(token, this.settings.signing.publicKey).then(({ payload }) => payload, () => null);
  }

  async isService(request: Request): Promise<boolean> {
    const { secretKey } = this.settings;
    const bearer = bearerOf(request);
    return request.headers.get("apikey") === secretKey || bearer === secretKey || (await this.verify(bearer))?.role === "service_role";
  }

  /** An answer with a session gets the claims and the signature of hosted Supabase; banned people get no session. */
  async outward(answer: Response, method: string): Promise<Response> {
    if (!answer.ok || !(answer.headers.get("content-type") ?? "").includes("json")) return answer;
    const body = (await answer.clone().json().catch(() => null)) as { access_token?: string } | null;
    if (!body?.access_token) return answer;
    const { payload } = await jwtVerify(body.access_token, this.inner);
    const user = await this.users.byId(String(payload.sub));
    if (user?.banned_until && new Date(user.banned_until) > new Date()) {
      await this.users.endSession(String(payload.session_id));
      return refuse(400, "user_banned", "User is banned");
    }
    const claims = {
      iss: this.issuer,
      phone: "",
      is_anonymous: false,
      aal: "aal1",
      amr: [{ method, timestamp: payload.iat }],
      app_metadata: metadata(user?.raw_app_meta_data),
      user_metadata: metadata(user?.raw_user_meta_data),
      ...payload,
    };
    const { kid, privateKey } = this.settings.signing;
    const token = await new SignJWT(claims).setProtectedHeader({ alg: "ES256", typ: "JWT", kid }).sign(privateKey);
    const headers = new Headers(answer.headers);
    headers.delete("content-length");
    return new Response(JSON.stringify({ ...body, access_token: token }), { status: answer.status, headers });
  }
}
