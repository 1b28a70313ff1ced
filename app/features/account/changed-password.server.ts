import { serverCookie } from "~/core/cookie.server";

const oneMinute = 60;
const cookie = () => serverCookie("password-changed", oneMinute);

/** Remembers for a moment, in the browser in which it was done, that a password was changed: an address says so to whoever writes it. */
export const rememberChangedPassword = (): Promise<string> => cookie().serialize("yes");
export const hasChangedPassword = async (request: Request): Promise<boolean> => (await cookie().parse(request.headers.get("cookie"))) === "yes";
