import { execFileSync, type ChildProcess } from "node:child_process";
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

/** The same, where no such file may be yet. */
export function claimByPid(file: string, pid: number): boolean {
  const beside = `${file}.${pid}`;
  writeFileSync(beside, written(pid));
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

/**
 * Takes a dead process's file away. Another may have done so and put its own there meanwhile: that one goes back, since moving a file is the only way
 * to know which one it was.
 */
export function removeDeadPid(file: string, by: number): void {
  const aside = `${file}.${by}.dead`;
  try {
    renameSync(file, aside);
    if (livingPid(aside) !== null) linkSync(aside, file);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
  rmSync(aside, { force: true });
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

export const hasEnded = (child: ChildProcess) => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
