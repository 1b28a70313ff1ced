import { compare } from "bcryptjs";

import type { AuthParts } from "./auth-parts";
import { bodyOf, refuse, textOf, withBody } from "./responses";
import { isBanned } from "./users";

/** Compared with when there is no account, so that the response time does not reveal whether there is one. */
const nobodysPassword = "$2b$10$abcdefghijklmnopqrstuuRk1Zb7mGxcM6u8bTqJ3bVqQe5P8vKx2";

/** The password is checked first: without it nobody learns anything about the account, not even that it is unconfirmed. */
export async function signIn(request: Request, { auth, users, tokens, sessions }: AuthParts): Promise<Response> {
  const body = await bodyOf(request);
  const kind = new URL(request.url).searchParams.get("grant_type");
  if (kind === "refresh_token") return sessions.refresh(textOf(body.refresh_token));
  if (kind !== "password" || !body.email) return auth.handle(withBody(request, body));
  const user = await users.byEmail(textOf(body.email));
  if (user && isBanned(user)) return refuse(400, "user_banned", "User is banned");
  if (!user?.email_confirmed_at) {
    const isRight = await compare(textOf(body.password), user?.encrypted_password || nobodysPassword);
    if (!user?.encrypted_password || !isRight) return refuse(400, "invalid_credentials", "Invalid login credentials");
  }
  return tokens.outward(await auth.handle(withBody(request, body)), "password");
}
