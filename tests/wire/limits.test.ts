import { expect, test } from "vitest";

import { HttpClient } from "../support/http-client";
import { removeData, startSite } from "../support/site";

const [aigerim, timur, password] = ["aigerim@demo.kazalliance.example", "timur@demo.kazalliance.example", "steppe-sky-2026"];

test("ten wrong passwords close the door of one account for a while, also after a restart, and of no other", async () => {
  const first = await startSite();
  const guess = () => new HttpClient(first.url).signIn(aigerim, `guess-${Math.random()}`);
  const statuses = new Set<number>();
  for (let guesses = 0; guesses < 10; guesses += 5) for (const { status } of await Promise.all([guess(), guess(), guess(), guess(), guess()])) statuses.add(status);
  expect([...statuses]).toEqual([422]);
  const refused = await new HttpClient(first.url).signIn(aigerim, password);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(200);
  expect(refused.cookies).toEqual([]);
  await first.stop();

  const again = await startSite({}, first.dataDir);
  // Writing the address differently does not get around it.
  for (const email of [aigerim, ` ${aigerim.toUpperCase()} `]) {
    const still = await new HttpClient(again.url).signIn(email, password);
    expect([still.status, Number(still.headers["retry-after"]) > 100]).toEqual([429, true]);
  }
  expect((await new HttpClient(again.url).signIn(timur, password)).to).toBe("/en/me");
  await again.stop();
  removeData(again.dataDir);
});
