import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll } from "vitest";

/** Letters and files of a test lie in a folder of its own. Settings are read when they are first imported: hence before the test is. */
const folder = join(tmpdir(), `kazalliance-routes-${process.pid}`);
process.env.DATA_DIR = folder;

afterAll(() => rm(folder, { recursive: true, force: true }));
