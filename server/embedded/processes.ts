import { execFileSync, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** A field that `ps` reports for a process; null if there is no such process (or no value). */
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

/** When a process started, in the system's own notation: a pid alone is reused sooner or later. Null if there is no such process. */
export function processStart(pid: number): string | null {
  if (!hasProc) return ask("stat", pid)?.startsWith("Z") ? null : ask("lstart", pid);
  const stat = readProc(pid, "stat");
  // The process name is in parentheses and may contain anything.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  return fields[0] === "Z" ? null : (fields[19] ?? null);
}

/** The command line of a process; null if there is no such process. */
export function processCommand(pid: number): string | null {
  if (processStart(pid) === null) return null;
  return hasProc ? (readProc(pid, "cmdline")?.replaceAll("\0", " ") ?? null) : ask("command", pid);
}

type PidRecord = { pid: number; start: string };

const pidRecord = (pid: number) => JSON.stringify({ pid, start: processStart(pid) ?? "" });

/**
 * Records a process in a file, so that the next start can tell whether it is still alive. The file appears complete: a reader that saw it half written, or
 * came after a writer was killed halfway, would take it for a dead process's.
 */
export function writePid(file: string, pid: number): void {
  const temporary = `${file}.${pid}`;
  writeFileSync(temporary, pidRecord(pid));
  renameSync(temporary, file);
}

/** The same for this process, but only if the file does not exist yet; false if it does. */
function claim(file: string): boolean {
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, pidRecord(process.pid));
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(temporary, { force: true });
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

/**
 * Whoever takes over from a dead process takes this file first: of many that start at once only one gets it, and only that one may touch what the dead
 * process left.
 */
export const successionFile = (file: string, content: string) => `${file}.after-${createHash("sha256").update(content).digest("hex").slice(0, 16)}`;

/** Takes the file for this process. Returns null on success, else the pid of the living process that has it or is about to take it. */
export function acquirePidFile(file: string): number | null {
  for (;;) {
    if (claim(file)) return null;
    const content = readIfThere(file);
    if (content === null) continue;
    const owner = livingPid(file) ?? acquirePidFile(successionFile(file, content));
    if (owner !== null) return owner;
    // A latecomer finds another process's file instead of the dead one's, and leaves it alone.
    const isOurs = readIfThere(file) === content;
    if (isOurs) writePid(file, process.pid);
    rmSync(successionFile(file, content), { force: true });
    if (isOurs) return null;
  }
}

/** The process remembered in the file, if it still lives; else null. */
export function livingPid(file: string): number | null {
  try {
    const { pid, start } = JSON.parse(readFileSync(file, "utf8")) as PidRecord;
    return processStart(pid) === start ? pid : null;
  } catch {
    return null;
  }
}

export const hasEnded = (child: ChildProcess) => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
