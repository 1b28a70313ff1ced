import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { startEmbedded, type Embedded } from "../../server/embedded/index";
import { allowConsoleErrors } from "../support/quiet-console";
import { isRunning } from "../support/processes";
import { makeFolders, until, type Folders } from "./embedded-folders";
import { newAddress, password } from "./projects";

const slowWrite = `create or replace function public.contract_slow_write(word text) returns void language plpgsql volatile set search_path = '' as $$
  begin
    -- Seen from outside, it says that the write has begun.
    perform pg_catalog.pg_advisory_xact_lock_shared(42);
    perform pg_catalog.pg_sleep(0.6);
    insert into public.contract_secrets values ((select count(*) + 1 from public.contract_secrets), word);
  end $$;
  notify pgrst, 'reload schema'`;

describe("the children of the embedded backend", () => {
  let folders: Folders;
  let embedded: Embedded;
  let visitor: SupabaseClient;
  let service: SupabaseClient;
  let sql: Sql;
  const said: string[] = [];

  beforeAll(async () => {
    folders = makeFolders();
    const { dataDir, projectDir } = folders;
    embedded = await startEmbedded({
      dataDir,
      projectDir,
      siteUrl: "http://127.0.0.1:3000",
      sendAuthMail: async () => {},
      log: (line) => said.push(line),
    });
    const { url, publishableKey, secretKey, fetch } = embedded.backend;
    const options = { auth: { persistSession: false, autoRefreshToken: false }, global: { fetch } };
    visitor = createClient(url, publishableKey, options);
    service = createClient(url, secretKey ?? "", options);
    sql = postgres(embedded.databaseUrl, { max: 1, onnotice: () => {}, backoff: () => 0.1 });
    await sql.unsafe(readFileSync("tests/contract/fixture.sql", "utf8"));
    await sql.unsafe(slowWrite);
    await until(isServed);
  });
  afterAll(async () => {
    await sql.end({ timeout: 1 });
    await embedded.stop();
    folders.remove();
  });
  beforeEach(() => {
    said.length = 0;
  });

  const isServed = async () => (await visitor.from("contract_books").select("id")).data?.length === 3;
  const refresh = () => {
    const { url, publishableKey: apikey, fetch } = embedded.backend;
    return fetch(`${url}/auth/v1/token?grant_type=refresh_token`, {
      method: "POST",
      headers: { apikey },
      body: JSON.stringify({ refresh_token: "some" }),
    });
  };
  const writeSlowly = (word: string) => service.rpc("contract_slow_write", { word });
  const isWriting = async () => (await sql`select from pg_locks where locktype = 'advisory' and objid = 42`).length > 0;
  const wordsKept = async (word: string) => (await sql`select from public.contract_secrets where word = ${word}`).length;

  test("passwords and keys are for their owner's eyes", () => {
    expect(statSync(join(folders.dataDir, "settings.json")).mode & 0o077).toBe(0);
    expect(embedded.backend.publishableKey).toMatch(/^sb_publishable_[\w-]{20,}$/);
    expect(embedded.backend.secretKey).toMatch(/^sb_secret_[\w-]{20,}$/);
  });

  test("a PostgREST that is killed is back at once, and no reader notices", async () => {
    const pid = embedded.postgrestPid();
    await until(async () => (await writeSlowly("warm")).error === null);
    process.kill(pid ?? 0, "SIGKILL");
    const answers = await Promise.all(Array.from({ length: 40 }, () => visitor.from("contract_books").select("id")));
    expect(answers.filter((answer) => answer.error)).toEqual([]);
    expect(embedded.postgrestPid()).not.toBe(pid);
    expect(said.some((line) => line.startsWith("PostgREST ended"))).toBe(true);
  });

  test("a write that meets its death is refused and never done twice", async () => {
    // supabase-js sends a request only when its promise is awaited.
    const writing = writeSlowly("once").then((answer) => answer);
    await until(isWriting);
    process.kill(embedded.postgrestPid() ?? 0, "SIGKILL");
    expect(await writing).toMatchObject({ status: 503, error: { code: "PGRST000" } });
    await until(isServed);
    await new Promise((done) => setTimeout(done, 1000));
    expect(await wordsKept("once")).toBeLessThanOrEqual(1);
  });

  test.each(["SIGKILL", "SIGINT"] as const)(
    "a PostgreSQL ended by %s is back within ten seconds; until then everything says so",
    async (signal) => {
      const pid = embedded.cluster.postgresPid() ?? 0;
      const email = newAddress();
      await service.auth.admin.createUser({ email, password, email_confirm: true });
      process.kill(pid, signal);
      await until(async () => !(await embedded.isHealthy()), 3000);
      const answer = await writeSlowly("while away");
      expect(answer.error).not.toBeNull();
      expect(answer.status).toBe(503);
      expect((await visitor.auth.signInWithPassword({ email, password })).error).toMatchObject({ status: 503 });
      // Not 400: supabase-js would drop the person's session.
      expect((await refresh()).status).toBe(503);
      expect(await until(() => embedded.isHealthy())).toBeLessThan(10_000);
      await until(isServed, 10_000);
      expect((await visitor.auth.signInWithPassword({ email, password })).error).toBeNull();
      expect(embedded.cluster.postgresPid()).not.toBe(pid);
    },
  );

  test("people signing in while PostgreSQL dies get an answer each, and the process lives", async () => {
    const email = newAddress();
    await service.auth.admin.createUser({ email, password, email_confirm: true });
    const { url, publishableKey: apikey, fetch } = embedded.backend;
    const signIn = async () =>
      (
        await fetch(`${url}/auth/v1/token?grant_type=password`, {
          method: "POST",
          headers: { apikey },
          body: JSON.stringify({ email, password }),
        })
      ).status;
    const statuses = new Set<number>();
    let isOver = false;
    const person = async () => {
      while (!isOver) {
        statuses.add(await signIn());
        await new Promise((done) => setTimeout(done, 10));
      }
    };
    // Requests that are inside the auth service when PostgreSQL dies make it print errors.
    allowConsoleErrors();
    const everybody = Promise.all(Array.from({ length: 12 }, person));
    for (const signal of ["SIGKILL", "SIGQUIT"] as const) {
      await new Promise((done) => setTimeout(done, 500));
      process.kill(embedded.cluster.postgresPid() ?? 0, signal);
      await until(async () => (await signIn()) === 503);
      await until(async () => (await signIn()) === 200);
    }
    isOver = true;
    await everybody;
    await until(isServed);
    expect([...statuses].sort()).toEqual([200, 503]);
  });

  test("it ends in peace while PostgreSQL is away, and leaves nothing behind", async () => {
    const other = makeFolders();
    const second = await startEmbedded({ ...other, siteUrl: "http://127.0.0.1:3000", sendAuthMail: async () => {}, isDurable: false });
    const pids = [second.cluster.postgresPid(), second.postgrestPid()];
    process.kill(pids[0] ?? 0, "SIGKILL");
    await until(() => !isRunning(pids[0]));
    await second.stop();
    expect(pids.map(isRunning)).toEqual([false, false]);
    other.remove();
  });

  test.each(["long".repeat(25), "Деректер қалтасы"])("where a socket could not lie, a port does: in %s", async (name) => {
    const other = makeFolders();
    const dataDir = join(other.dataDir, name);
    const second = await startEmbedded({
      ...other,
      dataDir,
      siteUrl: "http://127.0.0.1:3000",
      sendAuthMail: async () => {},
      isDurable: false,
    });
    const { url, publishableKey, fetch } = second.backend;
    const answer = await fetch(`${url}/rest/v1/nothing`, { headers: { apikey: publishableKey } });
    expect(answer.status).toBe(404);
    await second.stop();
    other.remove();
  });
});
