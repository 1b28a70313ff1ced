import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Folders = { dataDir: string; projectDir: string; remove(): void };

/** A data folder and a project folder without migrations, which PostgreSQL's own user may enter. */
export function makeFolders(): Folders {
  const base = mkdtempSync(join(tmpdir(), "ka-"));
  chmodSync(base, 0o755);
  const projectDir = join(base, "project");
  mkdirSync(join(projectDir, "supabase/migrations"), { recursive: true });
  cpSync("server/embedded/sql", join(projectDir, "server/embedded/sql"), { recursive: true });
  return { dataDir: join(base, "data"), projectDir, remove: () => rmSync(base, { recursive: true, force: true }) };
}

/** Polls until `question` is true, for at most `patience` milliseconds, then throws. Resolves to how long it took, in milliseconds. */
export async function until(question: () => boolean | Promise<boolean>, patience = 10_000): Promise<number> {
  const begun = Date.now();
  while (!(await question())) {
    if (Date.now() - begun > patience) throw new Error(`not within ${patience} ms: ${String(question)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return Date.now() - begun;
}
