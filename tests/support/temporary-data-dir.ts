import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll } from "vitest";

/** Letters and files of tests go to a temporary folder. Set here because settings are read when they are first imported, which must come later. */
const folder = join(tmpdir(), `kazalliance-routes-${process.pid}`);
process.env.DATA_DIR = folder;

afterAll(() => rm(folder, { recursive: true, force: true }));
