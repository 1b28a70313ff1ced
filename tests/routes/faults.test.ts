import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test, vi } from "vitest";

import { handleError } from "~/entry.server";

import { expectConsoleErrors } from "../support/quiet-console";

const args = { request: new Request("http://127.0.0.1:3000/kk/join"), context: { requestId: "7F3K-92QA" }, params: {} } as unknown as LoaderFunctionArgs;

test("the log tells a fault under its number, and nothing of the person whose row the database would not take", () => {
  expectConsoleErrors(1);
  handleError({ message: "new row violates check constraint", code: "23514", details: "Failing row contains (Әлібекова)", hint: "Әлібекова" }, args);
  const [line] = vi.mocked(console.error).mock.calls[0] as [string];
  expect(JSON.parse(line)).toMatchObject({ level: "error", requestId: "7F3K-92QA", fault: { code: "23514", message: "new row violates check constraint" } });
  expect(line).not.toContain("Әлібекова");
});
