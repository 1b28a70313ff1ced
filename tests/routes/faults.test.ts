import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test, vi } from "vitest";

import { explain, handleError } from "~/entry.server";

import { expectConsoleErrors } from "../support/quiet-console";

const args = { request: new Request("http://127.0.0.1:3000/kk/join"), context: { requestId: "7F3K-92QA" }, params: {} } as unknown as LoaderFunctionArgs;

test("the log tells a fault under its number, and nothing of the person whose row the database would not take", () => {
  expectConsoleErrors(1);
  handleError({ message: "new row violates check constraint", code: "23514", details: "Failing row contains (Әлібекова)", hint: "Әлібекова" }, args);
  const [line] = vi.mocked(console.error).mock.calls[0] as [string];
  expect(JSON.parse(line)).toMatchObject({ level: "error", requestId: "7F3K-92QA", fault: { code: "23514", message: "new row violates check constraint" } });
  expect(line).not.toContain("Әлібекова");
});

test("a database that is away is told to the reader as such, and once to the log, however many loaders of the page meet it", () => {
  expectConsoleErrors(1);
  const met = { message: "Database connection error", code: "PGRST001", details: "Әлібекова", hint: null };
  for (const answer of [explain(met, args), explain(met, args)]) {
    const { status, headers } = answer as Response;
    expect([status, headers.get("Retry-After")]).toEqual([503, "5"]);
  }
  const [line] = vi.mocked(console.error).mock.calls[0] as [string];
  expect(line).toContain("PGRST001");
  expect(line).not.toContain("Әлібекова");
});

test("what else a page throws is thrown on as it is", () => {
  for (const thrown of [new TypeError("not a function"), new Response(null, { status: 404 })]) expect(explain(thrown, args)).toBe(thrown);
});
