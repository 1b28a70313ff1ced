import { expect, test } from "vitest";

import { isDatabaseAway } from "./database-away";

const met = (code: string) => Object.assign(new Error("said by the database"), { code });

test.each<[string, unknown]>([
  ...["57P01", "57P02", "57P03", "08000", "08003", "08006", "08P01", "53300", "ECONNREFUSED", "ECONNRESET", "EPIPE", "CONNECT_TIMEOUT", "CONNECTION_CLOSED"].map(
    (code): [string, unknown] => [code, met(code)],
  ),
  ["a code in the cause", new Error("The account could not be read", { cause: met("ECONNREFUSED") })],
  ["a code in the cause of a cause", new Error("outer", { cause: new Error("inner", { cause: met("08006") }) })],
  ["a connection that ended", new Error("Connection terminated unexpectedly")],
  ["a connection that nobody got", new Error("timeout exceeded when trying to connect")],
  ["a connection that is dead", new Error("Client has encountered a connection error and is not queryable")],
])("%s says that the database is away", (_what, error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each<[string, unknown]>([
  ...["23505", "42P01", "0A000", "53100", "EACCES"].map((code): [string, unknown] => [code, met(code)]),
  ["a fault of ours", new TypeError("undefined is not a function", { cause: met("42703") })],
  ["nothing", undefined],
])("%s does not", (_what, error) => {
  expect(isDatabaseAway(error)).toBe(false);
});
