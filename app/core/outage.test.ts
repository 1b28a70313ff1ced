import { AuthRetryableFetchError, PostgrestError } from "@supabase/supabase-js";
import { expect, test } from "vitest";

import { isOutage } from "./outage";

const said = (code: string) => new PostgrestError({ message: "said by the database", details: "", hint: "", code });
const met = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

test.each<[string, unknown]>([
  ...["PGRST000", "PGRST001", "PGRST002", "PGRST003", "57P01", "57P02", "57P03", "08000", "08006", "08P01", "53300"].map((code): [string, unknown] => [code, said(code)]),
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE"].map((code): [string, unknown] => [code, met(code)]),
  ["a failed fetch", new TypeError("fetch failed")],
  ["a failed fetch as supabase-js hands it on", { message: "TypeError: fetch failed", details: "", hint: "", code: "" }],
  ["an answer that broke off", new TypeError("terminated", { cause: met("UND_ERR_SOCKET") })],
  ["what lies in the cause of a cause", new Error("asking failed", { cause: new Error("so it did", { cause: met("ECONNRESET") }) })],
  ["nobody who answers in time", new DOMException("The operation was aborted due to timeout", "TimeoutError")],
  ["the same as supabase-js hands it on", { message: "TimeoutError: The operation was aborted due to timeout", details: "", hint: "", code: "" }],
  ["an auth server that is not there", new AuthRetryableFetchError("fetch failed", 0)],
  ["an auth server without its database", new AuthRetryableFetchError("Unexpected failure", 503)],
])("%s is away", (_what, error) => {
  expect(isOutage(error)).toBe(true);
});

test.each<[string, unknown]>([
  ...["PGRST116", "PGRST202", "42501", "57014", "23505", "53100", "KA001", "0A000", "P0001", ""].map((code): [string, unknown] => [`the code “${code}”`, said(code)]),
  ["an auth server with a fault", new AuthRetryableFetchError("Unexpected failure", 500)],
  ["a fault of ours", new TypeError("fetch failed is not a function")],
  ["a refusal", new Response("Not Found", { status: 404 })],
  ["nothing", null],
  ["a word", "57P01"],
])("%s is not", (_what, error) => {
  expect(isOutage(error)).toBe(false);
});
