import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { connectBackend } from "~/core/supabase/backend.server";

import { events } from "../database/fixture";
import { submitSignIn, makeAccount } from "../support/accounts";
import { Browser } from "../support/browser";
import { freshBackend, type TestBackend } from "../support/database";
import { aigerim } from "../support/people";

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;
type RouteModule = { loader?: Handler; action?: Handler };

const modules = import.meta.glob<RouteModule>("../../app/routes/_{member,lead,coordinate}.*.{ts,tsx}", { eager: true });
/** Every loader and action behind a guard, with its route and kind. */
const handlers = Object.entries(modules).flatMap(([path, module]) => {
  const route = path.replace(/^.*\/routes\/|\.tsx?$/g, "");
  return (["loader", "action"] as const).flatMap((kind) => (module[kind] ? [{ route, kind, handler: module[kind] }] : []));
});
/** Also open to accounts that are not members yet. */
const forEveryAccount = ["_member.settings.account", "_member.settings.erase", "_member.settings.privacy_.data[.]json"];
const forOfficers = handlers.filter(({ route }) => !route.startsWith("_member."));

/** The route parameters: everything exists and belongs to Aigerim's own chapter. */
const params = { chapter: "london", id: events.open, event: events.open, slug: "london" };
const ask = (browser: Browser, { kind, handler }: (typeof handlers)[number], path: string) =>
  kind === "loader" ? browser.get(handler, path, { params }) : browser.post(handler, path, { intent: "anything" }, { params });

describe("behind the gates", () => {
  let backend: TestBackend;
  const applicant = new Browser();
  const member = new Browser();
  beforeAll(async () => {
    backend = await freshBackend("fixture");
    connectBackend(backend.backend);
    await submitSignIn(applicant, (await makeAccount(backend)).email);
    const { id, email } = await makeAccount(backend);
    await backend.sql`update public.members set user_id = ${id} where id = ${aigerim.member}`;
    await submitSignIn(member, email);
  });
  afterAll(() => backend.drop());

  test("there are handlers, and each route with a page has one", () => {
    const guarded = new Set(handlers.map(({ route }) => route));
    const unguarded = Object.keys(modules).map((path) => path.replace(/^.*\/routes\/|\.tsx?$/g, "")).filter((route) => !guarded.has(route));
    expect({ count: handlers.length > 0, unguarded }).toEqual({ count: true, unguarded: [] });
  });

  test.each(handlers)("a stranger is led from $route ($kind) to the door, and back afterwards", async (asked) => {
    const answer = await ask(new Browser(), asked, "/kk/some/page?of=ours");
    expect(answer).toMatchObject({ status: 302, to: `/kk/sign-in?to=${encodeURIComponent("/kk/some/page?of=ours")}` });
  });

  test.each(handlers.filter(({ kind }) => kind === "action"))("a stranger who has written something is given it back by $route, but no password", async ({ handler }) => {
    const written = { intent: "anything", reason: "Зал жабық", current: "дала мен аспан" };
    const answer = await new Browser().post(handler, "/kk/some/page", written, { params });
    expect(answer).toMatchObject({ status: 401, data: { kept: [["intent", "anything"], ["reason", "Зал жабық"]] } });
  });

  test.each(handlers.filter(({ route }) => !forEveryAccount.includes(route)))("an account that is no member is led from $route ($kind) to the next step of joining", async (asked) => {
    expect(await ask(applicant, asked, "/kk/some/page")).toMatchObject({ status: 302, to: "/kk/join/study" });
  });

  test.each(forOfficers)("for a member without an office there is no $route ($kind)", async (asked) => {
    expect(await ask(member, asked, "/kk/some/page")).toMatchObject({ status: 404 });
  });
});
