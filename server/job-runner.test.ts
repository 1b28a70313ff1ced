import type { Logger } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Job } from "./app-module";
import { JobRunner } from "./job-runner";

const error = vi.fn();
// The runner uses nothing else of the log.
const log = { error } as unknown as Logger;
const runnerOf = (run: Job["run"]) => new JobRunner([{ name: "letters", everySeconds: 1, run }], log);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  error.mockReset();
});

test("a long turn hears that the runner stops, ends after the step in hand, and is waited for", async () => {
  const steps: string[] = [];
  const step = () => new Promise<void>((done) => setTimeout(done, 100));
  const runner = runnerOf(async (stopping) => {
    while (!stopping.aborted) {
      steps.push("begun");
      await step();
      steps.push("ended");
    }
  });
  runner.start();
  await vi.advanceTimersByTimeAsync(1250);
  expect(steps).toEqual(["begun", "ended", "begun", "ended", "begun"]);
  const stopped = runner.stop().then(() => steps.push("stopped"));
  await vi.advanceTimersByTimeAsync(5000);
  await stopped;
  expect(steps.slice(5)).toEqual(["ended", "stopped"]);
});

test("a turn that fails is told without the row that the database would not take, and the next one comes", async () => {
  let turns = 0;
  const runner = runnerOf(async () => {
    turns += 1;
    throw Object.assign(new Error("new row violates check constraint"), { details: "Failing row contains (Әлібекова)", hint: "Әлібекова" });
  });
  runner.start();
  await vi.advanceTimersByTimeAsync(2500);
  expect(turns).toBe(2);
  expect(error.mock.calls[0]).toEqual([{ job: "letters", fault: "new row violates check constraint" }]);
  expect(JSON.stringify(error.mock.calls)).not.toContain("Әлібекова");
  await runner.stop();
});
