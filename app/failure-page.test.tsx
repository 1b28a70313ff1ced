import { expect, test } from "vitest";

import { statusOf } from "./failure-page";

const answer = (status: number) => ({ status, statusText: "", internal: false, data: null });

test.each([
  [answer(404), 404],
  [answer(403), 403],
  [answer(503), 503],
  [answer(415), 400],
  [answer(418), 500],
  [new Error("relation members does not exist"), 500],
  [undefined, 500],
])("%j is told as %i", (error, status) => {
  expect(statusOf(error)).toBe(status);
});
