import { spawn } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { build } from "esbuild";
import { afterEach, beforeEach, expect, test } from "vitest";

import { requirePassage, lockDataFolder } from "./data-folder";
import { findBinaries } from "./postgres-files";
import { findBinary } from "./postgrest";
import { livingPid, successionFile, writePid } from "./processes";

let base: string;
let begun = 0;
beforeEach(() => {
  begun = 0;
  base = mkdtempSync(join(tmpdir(), "ka-folder-"));
  chmodSync(base, 0o755);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

test("a folder is taken once, and again when it was given back", () => {
  const release = lockDataFolder(join(base, "data"));
  expect(() => lockDataFolder(join(base, "data"))).toThrow(
    /^Another server \(process \d+\) uses the data folder .*\/data\. Stop it, or choose another folder with DATA_DIR\.$/,
  );
  release();
  lockDataFolder(join(base, "data"))();
});

test("the lock of a server that was killed is taken over, even when its number belongs to another process now", () => {
  writeFileSync(join(base, "server.json"), JSON.stringify({ pid: process.ppid, start: "some other time" }));
  lockDataFolder(base)();
  writeFileSync(join(base, "server.json"), "{ cut sh");
  lockDataFolder(base)();
  writePid(join(base, "server.json"), process.ppid);
  expect(() => lockDataFolder(base)).toThrow("Another server");
});

test("whoever reads which process it was reads all of it, also while another is written", () => {
  const file = join(base, "rest.json");
  writePid(file, process.ppid);
  const reader = openSync(file, "r");
  writePid(file, process.pid);
  expect(JSON.parse(readFileSync(reader, "utf8"))).toMatchObject({ pid: process.ppid });
  closeSync(reader);
  expect([livingPid(file), readdirSync(base)]).toEqual([process.pid, ["rest.json"]]);
});

test("of many that start at once on a folder with a dead server's lock, one takes it", async () => {
  const lock = join(base, "server.json");
  writeFileSync(lock, JSON.stringify({ pid: process.ppid, start: "some other time" }));
  const program = `import { lockDataFolder } from ${JSON.stringify(join(process.cwd(), "server/embedded/data-folder.ts"))};
    process.stdin.once("data", () => { try { lockDataFolder(${JSON.stringify(base)}); console.log("taken"); } catch { console.log("refused"); } });
    process.stdout.write("here ");`;
  const bundle = join(base, "taker.mjs");
  await build({ stdin: { contents: program, resolveDir: process.cwd() }, outfile: bundle, bundle: true, platform: "node", format: "esm" });
  const takers = Array.from({ length: 8 }, () => spawn(process.execPath, [bundle]));
  const said = await Promise.all(takers.map((taker) => new Promise<string>((done) => {
    let words = "";
    taker.stdout.on("data", (more: Buffer) => {
      words += String(more);
      if (words.endsWith("\n")) done(words.trim());
    });
    taker.stdout.once("data", () => (begun += 1) === takers.length && takers.forEach(({ stdin }) => stdin.write("now")));
  })));
  takers.forEach((taker) => taker.kill("SIGKILL"));
  expect(said.filter((words) => words === "here taken")).toHaveLength(1);
});

test("who is about to take a dead server's folder is waited for by nobody, and followed when it is killed, too", () => {
  const dead = JSON.stringify({ pid: process.ppid, start: "some other time" });
  const lock = join(base, "server.json");
  writeFileSync(lock, dead);
  const next = successionFile(lock, dead);
  writePid(next, process.ppid);
  expect(() => lockDataFolder(base)).toThrow(`Another server (process ${process.ppid})`);
  expect(readFileSync(lock, "utf8")).toBe(dead);
  writeFileSync(next, dead);
  lockDataFolder(base);
  expect([livingPid(lock), readdirSync(base)]).toEqual([process.pid, ["server.json"]]);
});

test("a folder that cannot be made is named", () => {
  writeFileSync(join(base, "file"), "");
  expect(() => lockDataFolder(join(base, "file/data"))).toThrow(
    `The data folder ${join(base, "file/data")} cannot be written to. Choose another one with DATA_DIR.`,
  );
});

test("the folder that lets nobody else through is named", () => {
  const closed = join(base, "closed");
  mkdirSync(join(closed, "data"), { recursive: true });
  requirePassage(join(closed, "data"));
  chmodSync(closed, 0o700);
  expect(() => requirePassage(join(closed, "data"))).toThrow(`its own user may not enter ${closed}.`);
});

test("a platform without a build gets one sentence with a way out", async () => {
  await expect(findBinaries("sunos", "mips")).rejects.toThrow(
    "There is no embedded PostgreSQL for sunos on mips. Set SUPABASE_URL and its keys to use a Supabase project instead.",
  );
  expect(() => findBinary("sunos", "mips")).toThrow("There is no PostgREST for sunos on mips. Set SUPABASE_URL and its keys");
});
