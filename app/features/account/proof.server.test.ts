import { expect, test } from "vitest";

import type { Visit } from "~/core/session.server";

import { hasProvenMailbox } from "./proof.server";

const now = new Date("2026-11-24T10:00:00Z");
const minutesAgo = (minutes: number) => now.getTime() / 1000 - minutes * 60;
/** A visit whose token says by which ways its session was opened. */
const visitBy = (amr: unknown) => ({ auth: () => ({ getClaims: async () => ({ data: amr === null ? null : { claims: { amr } }, error: null }) }) }) as never as Visit;
const proven = (amr: unknown) => hasProvenMailbox(visitBy(amr), now);

test("a session opened through a letter proves the mailbox, for a quarter of an hour", async () => {
  expect(await proven([{ method: "otp", timestamp: minutesAgo(14) }])).toBe(true);
  expect(await proven([{ method: "recovery", timestamp: minutesAgo(1) }])).toBe(true);
  expect(await proven([{ method: "otp", timestamp: minutesAgo(16) }])).toBe(false);
});

test("a password, a provider, or nothing proves no mailbox", async () => {
  for (const amr of [[{ method: "password", timestamp: minutesAgo(1) }], [{ method: "oauth", timestamp: minutesAgo(1) }], [], undefined, "otp", null]) {
    expect(await proven(amr)).toBe(false);
  }
});
