import { serverCookie } from "~/core/cookie.server";
import type { Visit } from "~/core/session.server";

const tenMinutes = 10 * 60;

// Keeps the e-mail address out of the page's own address, which is written into logs, for as long as the code is valid.
const cookie = () => serverCookie("ka-letter-to", tenMinutes);

/** Keeps the address to which a code was sent, between the page that asks for it and the page that takes it. */
export async function rememberPendingEmail({ cookies }: Pick<Visit, "cookies">, email: string): Promise<void> {
  cookies.push(await cookie().serialize(email));
}

/** The address a code was sent to during the last ten minutes. */
export async function readPendingEmail(request: Request): Promise<string | null> {
  const email: unknown = await cookie().parse(request.headers.get("cookie"));
  return typeof email === "string" && email.length <= 254 ? email : null;
}

export async function forgetPendingEmail({ cookies }: Pick<Visit, "cookies">): Promise<void> {
  cookies.push(await cookie().serialize("", { maxAge: 0 }));
}
