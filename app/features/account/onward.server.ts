import { safePath } from "~/core/http";
import type { Locale } from "~/core/i18n/config";
import { localePath } from "~/core/paths";
import type { Visit } from "~/core/session.server";

/** Where somebody goes on to who came in: the page they asked for, when it is one of ours, else their own. */
export const ownPath = (to: unknown, locale: Locale): string => safePath(to, localePath(locale, "/me"));

/** The way on for whoever came in by a letter: by way of a new password where they are to choose one. */
export const afterLetter = ({ mustChoose }: { mustChoose: boolean }, to: string, locale: Locale): string =>
  mustChoose ? `${localePath(locale, "/reset/new")}?${new URLSearchParams({ notice: "choose-password", to })}` : to;

/** Whether the session of the cookie still lives; a token alone may outlive it. */
export const isSignedIn = async (visit: Visit): Promise<boolean> => (await visit.who()) !== null;
