import { execFileSync, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** What `ps` says of a process; null: there is no such process, or it is dead and not yet buried. */
function ask(field: "lstart" | "command" | "stat", pid: number): string | null {
  try {
    return (
      execFileSync("ps", ["-o", `${field}=`, "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim() || null
    );
  } catch {
    return null;
  }
}

const readProc = (pid: number, file: string): string | null => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null;
  }
};
const hasProc = existsSync("/proc/self/stat");

/** When a process began, as the system says it: a pid alone is given to another process sooner or later. Null: no such process. */
export function processStart(pid: number): string | null {
  if (!hasProc) return ask("stat", pid)?.startsWith("Z") ? null : ask("lstart", pid);
  const stat = readProc(pid, "stat");
  // The name of the process stands in brackets and may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  return fields[0] === "Z" ? null : (fields[19] ?? null);
}

/** The command line of a process; null: no such process. */
export function processCommand(pid: number): string | null {
  if (processStart(pid) === null) return null;
  return hasProc ? (readProc(pid, "cmdline")?.replaceAll("\0", " ") ?? null) : ask("command", pid);
}

type Written = { pid: number; start: string };

const written = (pid: number) => JSON.stringify({ pid, start: processStart(pid) ?? "" });

/**
 * Remembers a process in a file, so that the next start can tell whether it still lives. The file appears with its words in it: whoever looks in between, or
 * comes after somebody who was killed while writing, would take half of them for a dead process's.
 */
export function writePid(file: string, pid: number): void {
  const beside = `${file}.${pid}`;
  writeFileSync(beside, written(pid));
  renameSync(beside, file);
}

/** The same, where no such file may be yet; false when there is one. */
function claim(file: string): boolean {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, written(process.pid));
  try {
    linkSync(beside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(beside, { force: true });
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return null;
  }
}

/** Who follows a dead process takes this file first: of many that come at once it is one, and only that one may touch what the dead one left. */
export const successionFile = (file: string, left: string) => `${file}.after-${createHash("sha256").update(left).digest("hex").slice(0, 16)}`;

/** Takes the file for this process. Answers null when it is ours, else the living process that has it, or that is about to take it. */
export function takeByPid(file: string): number | null {
  for (;;) {
    if (claim(file)) return null;
    const left = readIfThere(file);
    if (left === null) continue;
    const owner = livingPid(file) ?? takeByPid(successionFile(file, left));
    if (owner !== null) return owner;
    // Whoever is late finds another's file instead of the dead one's, and lets it be.
    const isOurs = readIfThere(file) === left;
    if (isOurs) writePid(file, process.pid);
    rmSync(successionFile(file, left), { force: true });
    if (isOurs) return null;
  }
}

/** The process remembered in the file, if it still lives; else null. */
export function livingPid(file: string): number | null {
  try {
    const { pid, start } = JSON.parse(readFileSync(file, "utf8")) as Written;
    return processStart(pid) === start ? pid : null;
  } catch {
    return null;
  }
}

export const hasEnded = (child: ChildProcess) => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
