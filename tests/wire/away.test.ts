import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { sendRequest, HttpClient, type HttpResponse } from "../support/http-client";
import { brokenInvariants } from "../support/invariants";
import { waitForInvalidation, publishEvent, signInMembers, type SignedIn } from "../support/members";
import { isRunning } from "../support/processes";
import { openDatabase, removeData, startSite, type OwnSite } from "../support/site";

let site: OwnSite;
let sql: Sql;
let members: SignedIn[];
let event: { id: string; slug: string };

beforeAll(async () => {
  site = await startSite();
  sql = openDatabase(site.dataDir);
  members = await signInMembers(site, sql, 40);
});
// Each test starts with everything running, whatever the previous one broke.
beforeEach(async () => {
  await back();
  event = await publishEvent(sql, { capacity: 30 });
});
afterAll(async () => {
  await sql.end({ timeout: 1 });
  await site.stop();
  removeData(site.dataDir);
});

const postgres = () => Number(readFileSync(join(site.dataDir, "pg17/postmaster.pid"), "utf8").split("\n")[0]);
const postgrest = () => (JSON.parse(readFileSync(join(site.dataDir, "rest-app.json"), "utf8")) as { pid: number }).pid;
const register = ({ reader }: SignedIn) => reader.post(`/kk/events/${event.slug}`, { intent: "register" });
const isReady = async () => (await sendRequest(site.url, "/readyz")).status === 200;
const back = () => vi.waitUntil(isReady, { timeout: 10_000, interval: 50 });
const registered = async () => (await sql<{ id: string }[]>`select member_id as id from registrations where event_id = ${event.id} and state <> 'cancelled'`).map(({ id }) => id);
/** The browser of somebody who comes back when their access token has expired. */
function expired({ reader }: SignedIn): HttpClient {
  const [[name, value]] = [...reader.jar] as [[string, string]];
  const session = JSON.parse(Buffer.from(value.slice("base64-".length), "base64url").toString("utf8")) as object;
  const later = new HttpClient(site.url);
  later.jar.set(name, `base64-${Buffer.from(JSON.stringify({ ...session, expires_at: 1 })).toString("base64url")}`);
  return later;
}
let asked = 0;
/** Requests a page that is in no store. */
const newPage = (locale: string) => sendRequest(site.url, `/${locale}/events?q=${(asked += 1)}`);

/** Expects an error page of ours in the reader's language, with the request number and no technical details. */
function expectExplained({ status, text, headers }: HttpResponse, language: string): void {
  expect(status).toBe(503);
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  expect(text).toContain(`<html lang="${language}"`);
  expect(text).toContain(String(headers["x-request-id"]));
  expect(text).not.toMatch(/PGRST|ECONN|postgres|sqlstate|supabase|\n\s+at |node_modules/i);
  expect(headers.etag).toBeUndefined();
}

describe("while PostgreSQL is away", () => {
  test("dead: pages say so in the reader's language, no form claims anything, and it serves again within ten seconds", async () => {
    const [first, second] = members as [SignedIn, SignedIn];
    await waitForInvalidation(site, sql, event);
    const kept = await sendRequest(site.url, `/kk/events/${event.slug}`);
    process.kill(postgres(), "SIGKILL");
    await vi.waitUntil(async () => !(await isReady()), { timeout: 3000, interval: 20 });
    expect((await sendRequest(site.url, "/healthz")).status).toBe(200);
    for (const locale of ["kk", "ru", "en"]) expectExplained(await newPage(locale), locale);
    expectExplained(await register(first), "kk");
    expectExplained(await first.reader.get("/kk/settings/account"), "kk");
    // Nor is anybody asked to sign in whose session is due for renewal.
    expectExplained(await expired(second).get("/kk/settings/account"), "kk");
    // Visitors can still read stored pages, and static files are unaffected.
    expect((await sendRequest(site.url, `/kk/events/${event.slug}`)).body.equals(kept.body)).toBe(true);
    expect((await sendRequest(site.url, "/favicon.svg")).status).toBe(200);
    // Nobody is signed out by this: no response removed a cookie.
    expect(first.reader.jar.size).toBe(1);
    await back();
    expect((await newPage("kk")).status).toBe(200);
    expect(await registered()).toEqual([]);
    expect((await register(second)).to).toBe(`/kk/events/${event.slug}?notice=registered`);
    expect(await registered()).toEqual([second.member]);
  });

  test("stopped in its tracks: every reader gets an answer all the same", async () => {
    const [, , third] = members as [SignedIn, SignedIn, SignedIn];
    const all = [postgres(), ...execFileSync("pgrep", ["-P", String(postgres())], { encoding: "utf8" }).trim().split("\n").map(Number)];
    for (const pid of all) process.kill(pid, "SIGSTOP");
    try {
      const [page, form, door, ready] = await Promise.all([newPage("ru"), register(third), third.reader.signIn("aigerim@demo.kazalliance.example", "steppe-sky-2026"), isReady()]);
      expectExplained(page, "ru");
      expectExplained(form, "kk");
      expectExplained(door, "en");
      expect(ready).toBe(false);
      expect((await sendRequest(site.url, "/healthz")).status).toBe(200);
    } finally {
      for (const pid of all) process.kill(pid, "SIGCONT");
    }
    await back();
    expect((await newPage("kk")).status).toBe(200);
  });
});

describe("while PostgREST is killed", () => {
  test("readers get their pages, whether they came before it died or after", async () => {
    const answers = Array.from({ length: 10 }, () => newPage("kk"));
    await new Promise((done) => setTimeout(done, 20));
    process.kill(postgrest(), "SIGKILL");
    answers.push(...Array.from({ length: 10 }, () => newPage("kk")));
    expect((await Promise.all(answers)).map(({ status }) => status).filter((status) => status !== 200)).toEqual([]);
  });

  test("again and again: whoever was told of a place has one, nobody has two, and who asks again gets theirs", async () => {
    const told: string[] = [];
    const failed: SignedIn[] = [];
    const said = new Set<number>();
    const registerAndNote = async (member: SignedIn) => {
      const { to, status } = await register(member);
      if (to?.includes("notice=")) told.push(member.member);
      else failed.push(member);
      said.add(status);
    };
    const onTheWay: Promise<void>[] = [];
    let killed = 0;
    for (const [at, member] of members.slice(3).entries()) {
      onTheWay.push(registerAndNote(member));
      await new Promise((done) => setTimeout(done, 60));
      if (at % 6 !== 5) continue;
      // Kill it again as soon as it is back, while requests are in progress: some find it dead, some alive, some in between.
      await vi.waitUntil(() => isRunning(postgrest()), { timeout: 10_000, interval: 10 });
      process.kill(postgrest(), "SIGKILL");
      killed += 1;
    }
    await Promise.all(onTheWay);
    expect(killed).toBeGreaterThan(3);
    expect([...said].filter((status) => status !== 302 && status !== 503)).toEqual([]);
    const rows = await registered();
    expect(told.filter((member) => !rows.includes(member))).toEqual([]);
    await vi.waitUntil(isReady, { timeout: 10_000 });
    for (const member of failed) expect((await register(member)).to).toMatch(/notice=(registered|waiting)$/);
    expect(new Set(await registered()).size).toBe(members.length - 3);
    const letters = await sql`select recipient_id from outbox where subject_id = ${event.id} group by recipient_id having count(*) <> 1`;
    expect([...letters]).toEqual([]);
    expect(await brokenInvariants(sql)).toEqual([]);
  });
});
