import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { connectBackend } from "~/core/supabase/backend.server";
import * as edit from "~/routes/_lead.lead.$chapter.events.$event._index";
import * as fresh from "~/routes/_lead.lead.$chapter.events.new";

import { events } from "../database/fixture";
import { submitSignIn, makeAccount } from "../support/accounts";
import { Browser } from "../support/browser";
import { freshBackend, type TestBackend } from "../support/database";
import { kamila } from "../support/people";

/** Vice-president in London until yesterday. */
const browser = new Browser();
let backend: TestBackend;
beforeAll(async () => {
  backend = await freshBackend("fixture");
  connectBackend(backend.backend);
  const { id, email } = await makeAccount(backend);
  await backend.sql`update members set user_id = ${id} where id = ${kamila.member}`;
  await submitSignIn(browser, email);
});
afterAll(() => backend.drop());

const desk = "/kk/lead/london/events";
const change = (fields: Record<string, string>) =>
  browser.post(edit.action, `${desk}/${events.open}`, { version: "1", ...fields }, { params: { chapter: "london", event: events.open } });
const title = { "title.kk": "Шай кеші" };
const sent = {
  "a change": () => change({ intent: "save", ...title }),
  "a publication": () => change({ intent: "publish", ...title }),
  "a reason to call it off": () => change({ intent: "call-off", reason: "Шай кеші" }),
  "a new event": () => browser.post(fresh.action, `${desk}/new`, { intent: "save", id: randomUUID(), ...title }, { params: { chapter: "london" } }),
};
const kept = () => backend.sql`select * from events order by id`;

test.each(Object.entries(sent))("whoever wrote until after their term had ended is given back %s as it was typed, and nothing is changed", async (_what, send) => {
  const before = await kept();
  const answer = await send();
  expect([answer.status, JSON.stringify(answer.data)]).toEqual([404, expect.stringMatching(/"kept":.*Шай кеші/)]);
  expect(await kept()).toEqual(before);
});

test("where nothing was typed there is no such page", async () => {
  const answer = await change({ untyped: "version", intent: "discard" });
  expect([answer.status, JSON.stringify(answer.data)]).toEqual([404, expect.not.stringContaining("kept")]);
});
