import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { build } from "esbuild";
import postgres from "postgres";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { isRunning } from "../support/processes";
import { makeFolders, until, type Folders } from "./embedded-folders";

type Ready = { databaseUrl: string; pids: { postgres: number; postgrest: number }; publishableKey: string; secretKey: string };
type Server = { child: ChildProcess; ready: Promise<Ready>; ended: Promise<number | null>; words: () => string };

// Inside the project, so that its packages are found; bundled like the server itself.
const program = join(process.cwd(), `node_modules/.cache/embedded-process-${process.pid}.mjs`);

describe("a server with the embedded backend", () => {
  let folders: Folders;
  const servers: Server[] = [];
  beforeAll(() =>
    build({
      entryPoints: ["tests/contract/embedded-process.ts"],
      outfile: program,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
    }),
  );
  beforeEach(() => {
    folders = makeFolders();
  });
  afterEach(async () => {
    for (const { child } of servers) child.kill("SIGTERM");
    await Promise.all(servers.map(({ ended }) => ended));
    servers.length = 0;
    folders.remove();
  });

  const start = (dataDir = folders.dataDir): Server => {
    const child = spawn(process.execPath, [program, dataDir, folders.projectDir], { stdio: ["ignore", "pipe", "pipe"] });
    let words = "";
    child.stderr?.on("data", (more: Buffer) => (words += String(more)));
    const ended = new Promise<number | null>((done) => child.once("close", done));
    const ready = new Promise<Ready>((done, fail) => {
      child.stdout?.once("data", (line: Buffer) => done(JSON.parse(String(line)) as Ready));
      void ended.then(() => fail(new Error(words)));
    });
    ready.catch(() => {});
    const server = { child, ready, ended, words: () => words };
    servers.push(server);
    return server;
  };
  const ask = async (url: string, statement: string) => {
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    try {
      return await sql.unsafe(statement);
    } finally {
      await sql.end({ timeout: 1 });
    }
  };

  test("killed with -9, it starts again with everything that was said to be kept, and ends its orphans", async () => {
    const first = start();
    const { databaseUrl, pids, publishableKey, secretKey } = await first.ready;
    await ask(databaseUrl, "create table kept (word text); insert into kept values ('kept')");
    first.child.kill("SIGKILL");
    await first.ended;
    expect([isRunning(pids.postgres), isRunning(pids.postgrest)]).toEqual([true, true]);

    const again = await start().ready;
    expect(await ask(again.databaseUrl, "select word from kept")).toEqual([{ word: "kept" }]);
    expect(again).toMatchObject({ publishableKey, secretKey });
    await until(() => !isRunning(pids.postgres) && !isRunning(pids.postgrest));
  });

  test("a second server on the same folder is refused in one sentence, and the first lives on", async () => {
    const first = start();
    const { databaseUrl } = await first.ready;
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.words()).toBe(
      `Another server (process ${first.child.pid}) uses the data folder ${folders.dataDir}. Stop it, or choose another folder with DATA_DIR.\n`,
    );
    expect(await ask(databaseUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("of two that start at once, one runs", async () => {
    const both = [start(), start()];
    const outcomes = await Promise.allSettled(both.map(({ ready }) => ready));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("asked to end, it takes its children along and gives the folder back", async () => {
    const server = start();
    const { pids } = await server.ready;
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
    expect([isRunning(pids.postgres), isRunning(pids.postgrest)]).toEqual([false, false]);
    expect(existsSync(join(folders.dataDir, "server.json"))).toBe(false);
    expect(existsSync(join(folders.dataDir, "rest-app.sock"))).toBe(false);
  });

  test("a start that was cut short, however early, leaves nothing that the next one stumbles over", async () => {
    const isBegun = (dataDir: string) => existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith("pg17.new"));
    for (const moment of [0, 200]) {
      const dataDir = `${folders.dataDir}-${moment}`;
      const first = start(dataDir);
      await until(() => isBegun(dataDir));
      await new Promise((done) => setTimeout(done, moment));
      first.child.kill("SIGKILL");
      await first.ended;
      const next = start(dataDir);
      const { databaseUrl } = await next.ready;
      expect(await ask(databaseUrl, "select 1 as one")).toEqual([{ one: 1 }]);
      expect(readdirSync(dataDir).filter((name) => name.startsWith("pg17"))).toEqual(["pg17"]);
      next.child.kill("SIGTERM");
      await next.ended;
    }
  });
});
