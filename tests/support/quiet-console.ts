import { afterEach, beforeEach, vi } from "vitest";

let errors: unknown[][] = [];
let announced = 0;

/** A test that makes the program complain says so first; any other `console.error` fails it. */
export function expectConsoleErrors(count: number): void {
  announced = count;
}

beforeEach(() => {
  errors = [];
  announced = 0;
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => void errors.push(words));
});

afterEach(() => {
  vi.mocked(console.error).mockRestore();
  if (errors.length !== announced) throw new Error(`console.error was called ${errors.length} times, ${announced} were announced: ${JSON.stringify(errors)}`);
});
