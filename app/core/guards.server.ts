import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";

import { readForm } from "./forms.server";
import { forbidden, notFound, pagePath } from "./http";
import { defaultLocale, isLocale, type Locale } from "./i18n/config";
import { localePath } from "./paths";
import type { Account } from "./session.server";
import type { Db } from "./supabase/client.server";
import { toUnsavedForm } from "./unsaved-form";
import type { LedChapter, Me, Permission, Who } from "./who.server";

type HandlerArgs = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** The language of the address; unknown ones are refused by the root's loader. */
export const localeOf = ({ params }: Pick<HandlerArgs, "params">): Locale => (isLocale(params.lang) ? params.lang : defaultLocale);

/** Requires a signed-in person, member or not; else redirects to sign-in and back. If a typed form comes without a session, throws 401 with the form. */
export async function account(args: HandlerArgs): Promise<{ db: Db; account: Account; who: Who }> {
  const { visit } = args.context;
  // First check whose form it is: what another account may do is of no use to the person who wrote it.
  const form = args.request.method === "POST" ? await readForm(args) : null;
  const who = await visit.who();
  if (!visit.account || !who) {
    const unsaved = form && toUnsavedForm(form);
    throw unsaved ? data({ kept: unsaved }, { status: 401 }) : redirect(signInFrom(args));
  }
  return { db: visit.db, account: visit.account, who };
}

/** Requires a member; an account without a membership is redirected to the next step of joining, a suspended one gets a 403 that says so. */
export async function member(args: HandlerArgs): Promise<{ db: Db; me: Me; who: Who }> {
  const { db, who } = await account(args);
  if (who.isSuspended) throw forbidden("suspended");
  if (!who.member) throw redirect(localePath(localeOf(args), "/join/study"));
  return { db, me: who.member, who };
}

/**
 * Requires this permission in the chapter of the address (`params.chapter`); for everybody else the page does not exist (404). A form from somebody without
 * it, whose term may have ended meanwhile, is thrown back with what they typed (404 too).
 */
export async function leader(args: HandlerArgs, permission: Permission): Promise<{ db: Db; me: Me; chapter: LedChapter }> {
  const { db, me, who } = await member(args);
  const chapter = who.leads.find((led) => led.slug === args.params.chapter && led.permissions.includes(permission));
  if (!chapter) {
    const unsaved = args.request.method === "POST" ? toUnsavedForm(await readForm(args)) : null;
    throw unsaved ? data({ kept: unsaved }, { status: 404 }) : notFound();
  }
  return { db, me, chapter };
}

/** Requires a coordinator; `scopes` holds "world" or country codes. */
export async function coordinator(args: HandlerArgs): Promise<{ db: Db; scopes: string[] }> {
  const { db, who } = await member(args);
  if (who.coordinates.length === 0) throw notFound();
  return { db, scopes: who.coordinates };
}

function signInFrom(args: HandlerArgs): string {
  const back = pagePath(args.request) + new URL(args.request.url).search;
  return `${localePath(localeOf(args), "/sign-in")}?to=${encodeURIComponent(back)}`;
}
