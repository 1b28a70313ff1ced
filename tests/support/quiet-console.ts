import { afterEach, beforeEach, vi } from "vitest";

let errors: unknown[][] = [];
let announced: number | null = 0;

/** A test that makes the program complain says so first; any other `console.error` fails it. */
export function expectConsoleErrors(count: number): void {
  announced = count;
}

/** For a test that breaks things under load, where nobody can say how often the program will complain. */
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
