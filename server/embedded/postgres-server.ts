import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import postgres from "postgres";

import { environment, findBinaries, findSystemUser, makeCluster, withinReach } from "./postgres-files";
import { hasEnded, pause, processCommand } from "./processes";
import type { Settings } from "./settings";
import { supervise, type Supervisor } from "./supervisor";
import { StartError, type Log } from "./types";

export type PostgresServer = {
  pid(): number | undefined;
  /** Calls `call` when PostgreSQL accepts queries again after being away. Returns the function that unsubscribes. */
  onReturn(call: () => void): () => void;
  stop(): Promise<void>;
};

const clusterIn = (dataDir: string) => join(dataDir, "pg17");
/** Gives the system time to release what the dead process held. Milliseconds. */
const waitBeforeNext = 3000;
/** It may first have to replay the WAL if it was killed. Milliseconds. */
const patience = 30_000;

/** Starts the real PostgreSQL 17 as a child of this process, watches it, restarts it three seconds after it dies, and stops it. */
export async function startPostgres(dataDir: string, settings: Settings, isDurable: boolean, log: Log): Promise<PostgresServer> {
  const cluster = clusterIn(dataDir);
  const user = await findSystemUser(dataDir);
  const binaries = withinReach(await findBinaries(), user, dataDir);
  await makeCluster(cluster, binaries, settings, user);

  let lastWords = "";
  const waiting = new Set<() => void>();
  const supervisor: Supervisor = supervise({
    name: "PostgreSQL",
    log: (message, why) => log(message, { ...why, lastWords }),
    waitAfter: () => waitBeforeNext,
    spawnChild: () => {
      // In a process group of its own: Ctrl+C in the terminal should reach only us; we stop PostgreSQL once the last request is answered.
      const child = spawn(binaries.postgres, flagsFor(cluster, settings, isDurable), {
        ...user,
        stdio: ["ignore", "ignore", "pipe"],
        env: environment,
        detached: true,
      });
      child.stderr?.on("data", (words: Buffer) => (lastWords = String(words).trim()));
      return child;
    },
    onRestart: () => {
      const back = accepting(settings, patience, supervisor);
      back
        .then(() => waiting.forEach((call) => call()))
        .catch((error: Error) => log("PostgreSQL is still away", { error: error.message, lastWords }));
    },
  });
  try {
    await accepting(settings, patience, supervisor);
  } catch (error) {
    await supervisor.stop("SIGQUIT", "SIGKILL", 2000);
    throw new StartError(`PostgreSQL did not start: ${lastWords || String(error)}`);
  }
  return {
    pid: () => supervisor.child().pid,
    onReturn: (call) => {
      waiting.add(call);
      return () => waiting.delete(call);
    },
    // SIGINT (fast shutdown) aborts running transactions and writes a checkpoint; SIGQUIT (immediate shutdown) leaves recovery to the next start.
    stop: () => supervisor.stop("SIGINT", "SIGQUIT", 8000),
  };
}

function flagsFor(cluster: string, { port }: Settings, isDurable: boolean): string[] {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "shared_buffers=64MB",
    "max_connections=80",
    "jit=off",
    "timezone=UTC",
    // Its last output is logged when it dies: terse, so that it does not contain the row it rejected.
    "log_error_verbosity=terse",
  ];
  if (!isDurable) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  return ["-D", cluster, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
}

/** Waits until the cluster answers a query. */
async function accepting({ port, adminPassword }: Settings, milliseconds: number, supervisor: Supervisor): Promise<void> {
  const until = Date.now() + milliseconds;
  for (;;) {
    const sql = postgres({
      host: "127.0.0.1",
      port,
      user: "supabase_admin",
      password: adminPassword,
      database: "postgres",
      max: 1,
      onnotice: () => {},
    });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (Date.now() > until || hasEnded(supervisor.child())) throw error;
      await pause(60);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}

/** Stops the PostgreSQL of a killed server: we have locked the data folder (see `lockDataFolder`), so one that still runs on it is left over. */
export async function endOrphanOf(dataDir: string, log: Log): Promise<void> {
  const cluster = clusterIn(dataDir);
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  const isAlive = () => pid > 0 && (processCommand(pid)?.includes(cluster) ?? false);
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!isAlive()) return;
    log("PostgreSQL of an earlier run is ended", { pid, signal });
    process.kill(pid, signal);
    for (let waited = 0; waited < 80 && isAlive(); waited += 1) await pause(100);
  }
}
