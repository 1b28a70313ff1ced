import { afterEach, beforeEach, vi } from "vitest";

let errors: unknown[][] = [];
let announced: number | null = 0;

/** Announces how often a test will cause `console.error`; any other number of calls fails it. */
export function expectConsoleErrors(count: number): void {
  announced = count;
}

/** For tests that break things under load, where the number of errors is unpredictable. */
export function allowConsoleErrors(): void {
  announced = null;
}

beforeEach(() => {
  errors = [];
  announced = 0;
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => void errors.push(words));
});

afterEach(() => {
  vi.mocked(console.error).mockRestore();
  if (announced !== null && errors.length !== announced) throw new Error(`console.error was called ${errors.length} times, ${announced} were announced: ${JSON.stringify(errors)}`);
});
