import { accessSync, chmodSync, constants, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { acquirePidFile } from "./processes";
import { StartError } from "./types";

/** Creates the data folder and locks it: a second server on the same folder is refused. Returns the function that releases the lock. */
export function lockDataFolder(dataDir: string): () => void {
  const folder = resolve(dataDir);
  makeWritable(folder);
  const lock = join(folder, "server.json");
  const owner = acquirePidFile(lock);
  if (owner !== null) throw new StartError(`Another server (process ${owner}) uses the data folder ${folder}. Stop it, or choose another folder with DATA_DIR.`);
  return () => rmSync(lock, { force: true });
}

function makeWritable(folder: string): void {
  try {
    const created = mkdirSync(folder, { recursive: true });
    // PostgreSQL may run as another user, which has to pass through; nobody else may list the folder.
    if (created) chmodSync(folder, 0o711);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new StartError(`The data folder ${folder} cannot be written to. Choose another one with DATA_DIR.`);
  }
}

/** The nearest folder, from the path itself upwards, that only its owner (or group) may enter; null if there is none. */
export function closedAbove(path: string): string | null {
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return folder;
  }
  return null;
}

/** When we run as root, PostgreSQL runs as another user: that user must be able to enter every folder above its data. */
export function requirePassage(path: string): void {
  const closed = closedAbove(path);
  if (closed === null) return;
  throw new StartError(
    `PostgreSQL does not run as root, and its own user may not enter ${closed}. ` +
      `Allow it (chmod o+x ${closed}), choose another folder with DATA_DIR, or start it as another user.`,
  );
}
