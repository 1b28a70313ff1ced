import { safePath } from "~/core/http";
import type { Locale } from "~/core/i18n/config";
import { localePath } from "~/core/paths";
import type { Visit } from "~/core/session.server";

/** Where to go after signing in: to the page asked for if it is one of ours, else to `/me`. */
export const pathAfterSignIn = (to: unknown, locale: Locale): string => safePath(to, localePath(locale, "/me"));

/** Where to go after signing in by a letter: first to a new password if one has to be chosen. */
export const pathAfterLetter = ({ mustChoose }: { mustChoose: boolean }, to: string, locale: Locale): string =>
  mustChoose ? `${localePath(locale, "/reset/new")}?${new URLSearchParams({ notice: "choose-password", to })}` : to;

/** Whether the cookie's session still exists; its token may outlive it. */
export const isSignedIn = async (visit: Visit): Promise<boolean> => (await visit.who()) !== null;
