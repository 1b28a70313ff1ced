import { defineConfig } from "@playwright/test";

const isRoot = process.getuid?.() === 0;
const journeys = "journeys.spec.ts";

/** Browser tests in the system's Chromium against one production server; there are no retries: a test that passes only the second time has failed. */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/support/global-setup.ts",
  // Journeys run one after another and take minutes: they start first, so that no worker is left alone with them at the end.
  projects: [
    { name: "journeys", testMatch: journeys },
    { name: "pages", testIgnore: journeys },
  ],
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    locale: "kk-KZ",
    timezoneId: "Europe/London",
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
      args: ["--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
});
