import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { StartError } from "./types";

/** When a process began, as the system says it: a pid alone is given to another process sooner or later. Null: no such process. */
export function processStart(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : (fields[19] ?? null);
  } catch {
    try {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
    } catch {
      return null;
    }
  }
}

type Written = { pid: number; start: string };

/** Remembers a process in a file, so that the next start can tell whether it still lives. */
export function writePid(file: string, pid: number): void {
  writeFileSync(file, JSON.stringify({ pid, start: processStart(pid) ?? "" }));
}

/** The process remembered in the file, if it still lives; else null. */
export function livingPid(file: string): number | null {
  if (!existsSync(file)) return null;
  try {
    const { pid, start } = JSON.parse(readFileSync(file, "utf8")) as Written;
    return processStart(pid) === start ? pid : null;
  } catch {
    return null;
  }
}

/** Makes the data folder and takes it: a second server on the same folder is refused. Answers the release. */
export function takeFolder(dataDir: string): () => void {
  const folder = resolve(dataDir);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new StartError(`The data folder ${folder} cannot be written to. Choose another one with DATA_DIR.`);
  }
  const lock = join(folder, "server.json");
  const owner = livingPid(lock);
  if (owner !== null && owner !== process.pid) {
    throw new StartError(`Another server (process ${owner}) uses the data folder ${folder}. Stop it, or choose another folder with DATA_DIR.`);
  }
  writePid(lock, process.pid);
  return () => rmSync(lock, { force: true });
}

/** As root, PostgreSQL runs as another user: every folder above the path must let it through. */
export function requirePassage(path: string): void {
  for (let at = resolve(path); at !== dirname(at); at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) {
      throw new StartError(
        `PostgreSQL does not run as root, and its own user may not enter ${at}. Allow it (chmod o+x ${at}), move the project, or start it as another user.`,
      );
    }
  }
}
