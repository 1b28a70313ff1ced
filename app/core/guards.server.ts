import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";

import { readForm } from "./forms.server";
import { forbidden, notFound, pathOf } from "./http";
import { defaultLocale, isLocale, type Locale } from "./i18n/config";
import { keptOf } from "./kept-form";
import { localePath } from "./paths";
import type { Account } from "./session.server";
import type { Db } from "./supabase/client.server";
import type { LedChapter, Me, Permission, Who } from "./who.server";

type Asking = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** The language of the address; the root has already refused the ones we do not speak. */
export const localeOf = ({ params }: Pick<Asking, "params">): Locale => (isLocale(params.lang) ? params.lang : defaultLocale);

/** Somebody signed in, member or not yet; else the way to the door and back. Whoever was signed out while they wrote is given back what they typed (401). */
export async function account(args: Asking): Promise<{ db: Db; account: Account; who: Who }> {
  const { visit } = args.context;
  // First of all: whose form it is. What another account may do says nothing to its writer.
  const form = args.request.method === "POST" ? await readForm(args) : null;
  const who = await visit.who();
  if (!visit.account || !who) {
    const kept = form && keptOf(form);
    throw kept ? data({ kept }, { status: 401 }) : redirect(signInFrom(args));
  }
  return { db: visit.db, account: visit.account, who };
}

/** A member; an account without a membership is led to the step it has not taken yet, a suspended one is told so. */
export async function member(args: Asking): Promise<{ db: Db; me: Me; who: Who }> {
  const { db, who } = await account(args);
  if (who.isSuspended) throw forbidden("suspended");
  if (!who.member) throw redirect(localePath(localeOf(args), "/join/study"));
  return { db, me: who.member, who };
}

/**
 * Who may do this in the chapter of the address (`params.chapter`); for everybody else that page does not exist. Who writes all the same, as
 * somebody whose term ended meanwhile does, is given back what they typed (404).
 */
export async function leader(args: Asking, permission: Permission): Promise<{ db: Db; me: Me; chapter: LedChapter }> {
  const { db, me, who } = await member(args);
  const chapter = who.leads.find((led) => led.slug === args.params.chapter && led.permissions.includes(permission));
  if (!chapter) {
    const kept = args.request.method === "POST" ? keptOf(await readForm(args)) : null;
    throw kept ? data({ kept }, { status: 404 }) : notFound();
  }
  return { db, me, chapter };
}

/** A coordinator; `scopes` holds "world" or country codes. */
export async function coordinator(args: Asking): Promise<{ db: Db; scopes: string[] }> {
  const { db, who } = await member(args);
  if (who.coordinates.length === 0) throw notFound();
  return { db, scopes: who.coordinates };
}

function signInFrom(args: Asking): string {
  const back = pathOf(args.request) + new URL(args.request.url).search;
  return `${localePath(localeOf(args), "/sign-in")}?to=${encodeURIComponent(back)}`;
}
