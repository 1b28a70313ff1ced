import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const globalSetup = ["tests/support/global-setup.ts"];
const setupFiles = ["tests/support/quiet-console.ts"];
const withTemporaryDataDir = [...setupFiles, "tests/support/temporary-data-dir.ts"];
/** Long enough for a busy machine. Milliseconds. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Files that take half a minute or more: they start first, so that no worker is left alone with one at the end. */
const longest = ["wire/race", "contract/whole-process", "contract/children", "wire/away", "routes/account", "wire/page-store", "wire/limits", "wire/process"];

/** Tests of settings that a process reads only once, at its start: each file gets a process of its own. */
const ownSettings = [
  "app/core/env.server.test.ts",
  "app/core/mail/mailbox.server.test.ts",
  "app/features/account/auth-mail.server.test.ts",
  "app/features/account/keyed-hash.server.test.ts",
  "tests/routes/auth-mail-hook.test.ts",
  "tests/routes/mail-server.test.ts",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => longest.findIndex((name) => moduleId.endsWith(`tests/${name}.test.ts`));
    const first = sorted.filter((file) => rank(file) >= 0).sort((a, b) => rank(a) - rank(b));
    return [...first, ...sorted.filter((file) => rank(file) < 0)];
  }
}

/** Unit tests are next to the files they test; tests that need a database share one cluster and copy a template database. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      // These change nothing in their process, so one process runs all files of a worker. Only those with settings of their own each need a new one.
      {
        extends: true,
        test: { name: "unit", include: ["app/**/*.test.{ts,tsx}", "server/**/*.test.ts", "tests/house/**/*.test.ts"], exclude: ownSettings, isolate: false, setupFiles, testTimeout: 30_000 },
      },
      { extends: true, test: { name: "settings", include: ownSettings, globalSetup, setupFiles: withTemporaryDataDir, ...patience } },
      { extends: true, test: { name: "database", include: ["tests/database/**/*.test.ts"], isolate: false, globalSetup, setupFiles, ...patience } },
      {
        extends: true,
        test: {
          name: "contract",
          isolate: false,
          include: ["tests/contract/**/*.test.ts"],
          globalSetup: [...globalSetup, "tests/contract/hosted-notice.ts"],
          setupFiles,
          ...patience,
        },
      },
      {
        extends: true,
        test: { name: "routes", include: ["tests/routes/**/*.test.ts"], exclude: ownSettings, isolate: false, globalSetup, setupFiles: withTemporaryDataDir, ...patience },
      },
      // Over HTTP, against production servers in separate processes.
      { extends: true, test: { name: "wire", isolate: false, include: ["tests/wire/**/*.test.ts"], globalSetup: ["tests/support/wire-setup.ts"], setupFiles, ...patience } },
    ],
  },
});
