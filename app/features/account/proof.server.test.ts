import { expect, test } from "vitest";

import { provesMailbox } from "./proof.server";

const now = new Date("2026-11-24T10:00:00Z");
const minutesAgo = (minutes: number) => now.getTime() / 1000 - minutes * 60;
const proven = (amr: unknown) => provesMailbox(amr, now);

test("a session opened through a letter proves the mailbox, for a quarter of an hour", () => {
  expect(proven([{ method: "otp", timestamp: minutesAgo(14) }])).toBe(true);
  expect(proven([{ method: "recovery", timestamp: minutesAgo(1) }])).toBe(true);
  expect(proven([{ method: "otp", timestamp: minutesAgo(16) }])).toBe(false);
});

test("a password, a provider, or nothing proves no mailbox", () => {
  for (const amr of [[{ method: "password", timestamp: minutesAgo(1) }], [{ method: "oauth", timestamp: minutesAgo(1) }], [], undefined, "otp", null]) {
    expect(proven(amr)).toBe(false);
  }
});
