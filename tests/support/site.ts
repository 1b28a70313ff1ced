import { execFileSync, spawn } from "node:child_process";
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import postgres, { type Sql } from "postgres";
import { inject } from "vitest";

import { freePort } from "../../server/embedded/settings";

declare module "vitest" {
  export interface ProvidedContext {
    /** A data folder with a small demo, to be copied. */
    prepared: { dataDir: string };
    /** The server shared by all test files: nobody stops it, and each file only changes its own data in it. */
    shared: { port: number; dataDir: string };
  }
}

type Kept = { port: number; ownerPassword: string; signing: Record<string, string> };
export type Settings = Record<string, string | undefined>;

type Place = { port: number; dataDir: string };
type Logged = { requestId: string; method: string; path: string; status: number };
type End = { code: number | null; signal: NodeJS.Signals | null };

/** The production server in a separate process. */
export type Site = Place & {
  url: string;
  /** Its output, stdout and stderr together. */
  output(): string;
  /** The log lines of answered requests. */
  log(): Logged[];
};
export type OwnSite = Site & {
  pid: number;
  /** Resolves when it has ended, to how it ended. */
  ended: Promise<End>;
  stop(signal?: NodeJS.Signals): Promise<End>;
};

export const settingsIn = (dataDir: string) => JSON.parse(readFileSync(join(dataDir, "settings.json"), "utf8")) as Kept;

/** Connects to the database of an embedded site, as its owner. */
export function openDatabase(dataDir: string): Sql {
  const { port, ownerPassword } = settingsIn(dataDir);
  return postgres(`postgres://postgres:${ownerPassword}@127.0.0.1:${port}/app`, { max: 4, onnotice: () => {}, backoff: () => 0.1 });
}

/** Makes a temporary folder that PostgreSQL's own user may enter. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ka-wire-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** Copies the small demo to a folder of its own: members, chapters, events, and the demo's known people with their password. */
export async function copyData(prepared: string): Promise<string> {
  const dataDir = join(makeFolder(), "data");
  // Keeps owners and modes: the cluster's files belong to the user that PostgreSQL runs as.
  execFileSync("cp", ["-a", prepared, dataDir]);
  // Otherwise servers that start at the same time would use the same port.
  writeFileSync(join(dataDir, "settings.json"), JSON.stringify({ ...settingsIn(dataDir), port: await freePort() }));
  return dataDir;
}

export const removeData = (dataDir: string) => rmSync(join(dataDir, ".."), { recursive: true, force: true });

const starter = "require(process.argv[1] + '/scripts/start.cjs').serve()";
const outputFile = (dataDir: string, port: number) => join(dataDir, "..", `words-${port}.log`);
const isLogged = (line: string) => line.startsWith("{") && line.includes('"method"');

const siteAt = ({ port, dataDir }: Place): Site => {
  const output = () => readFileSync(outputFile(dataDir, port), "utf8");
  const log = () => output().split("\n").filter(isLogged).map((line) => JSON.parse(line) as Logged);
  return { port, dataDir, url: `http://127.0.0.1:${port}`, output, log };
};

export const sharedSite = (): Site => siteAt(inject("shared"));

/** Starts a server without waiting for it; `settings`: environment variables besides the port and the data folder. */
export function spawnSite({ port, dataDir }: Place, settings: Settings = {}): OwnSite {
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, PORT: String(port), DATA_DIR: dataDir, ...settings } as unknown as NodeJS.ProcessEnv;
  const out = openSync(outputFile(dataDir, port), "a");
  const child = spawn(process.execPath, ["-e", starter, process.cwd()], { env, stdio: ["ignore", out, out] });
  closeSync(out);
  const ended: OwnSite["ended"] = new Promise((done) => child.once("exit", (code, signal) => done({ code, signal })));
  const stop = (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    return ended;
  };
  return { ...siteAt({ port, dataDir }), pid: child.pid ?? 0, ended, stop };
}

/** Waits until the server is ready. If it ends instead, throws an error with its output. */
export async function waitUntilServing<Begun extends OwnSite>(site: Begun): Promise<Begun> {
  let hasEnded = false;
  void site.ended.then(() => (hasEnded = true));
  while (!site.output().includes("KazAlliance is at")) {
    if (hasEnded) throw new Error(`The server did not start: ${site.output()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return site;
}

/** Starts a separate server with a copy of the small demo, or with the given data folder. */
export async function startSite(settings: Settings = {}, dataDir?: string): Promise<OwnSite> {
  return waitUntilServing(spawnSite({ port: await freePort(), dataDir: dataDir ?? (await copyData(inject("prepared").dataDir)) }, settings));
}
