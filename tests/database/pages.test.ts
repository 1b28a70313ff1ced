import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { connectBackend } from "~/core/supabase/backend.server";
import * as eventsPage from "~/routes/_site.events._index";

import { Browser } from "../support/browser";
import { freshBackend, tryAs, rolledBack, type TestBackend } from "../support/database";
import { chapters, events } from "./fixture";

let backend: TestBackend;
beforeAll(async () => {
  backend = await freshBackend("fixture");
  connectBackend(backend.backend);
});
afterAll(() => backend.drop());

/** The tags that an SQL change bumps; the change is rolled back. */
const bumped = (change: (tx: TransactionSql) => Promise<unknown>) =>
  rolledBack(backend.sql, async (tx) => {
    await tx`delete from page_versions`;
    await change(tx);
    return (await tx<{ tag: string }[]>`select tag from page_versions order by tag`).map(({ tag }) => tag);
  });

describe("pages are thrown away", () => {
  const chapter = "00000000-0000-4000-8000-000000000999";
  test.each<[string, (tx: TransactionSql) => Promise<unknown>, string[]]>([
    ["a country is renamed", (tx) => tx`update countries set name = '{"kk": "Британия"}' where iso2 = 'GB'`, ["places"]],
    ["a country comes", (tx) => tx`insert into countries values ('XX', '{"kk": "Ел"}', 'Europe')`, ["places"]],
    ["a city comes", (tx) => tx`insert into cities (id, country_iso2, name, lat, lon, zone) values ('gb-bath', 'GB', '{"kk": "Бат"}', 51, -2, 'Europe/London')`, ["places"]],
    ["a university goes", (tx) => tx`delete from universities where id not in (select university_id from chapters where university_id is not null)`, ["places"]],
    ["an event goes", (tx) => tx`delete from events where id = ${events.open}`, [`chapter:${chapters.london}`, `event:${events.open}`, "events"]],
    ["a draft goes", (tx) => tx`delete from events where id = ${events.draft}`, []],
    ["a draft is changed", (tx) => tx`update events set venue = 'UCL' where id = ${events.draft}`, []],
    ["an event is for members alone from now on", (tx) => tx`update events set visibility = 'members' where id = ${events.open}`, [`chapter:${chapters.london}`, `event:${events.open}`, "events"]],
    ["an event for members is changed", (tx) => tx`update events set venue = 'UCL' where id = ${events.members}`, []],
    ["how to get in to an event for members is told", (tx) => tx`update event_access set address = 'Strand, 5' where event_id = ${events.members}`, []],
    ["a draft is published", (tx) => tx`update events set state = 'published' where id = ${events.draft}`, [`chapter:${chapters.london}`, `event:${events.draft}`, "events"]],
    ["a place is taken", (tx) => tx`update events set taken = taken + 1 where id = ${events.open}`, [`event:${events.open}`]],
    ["a chapter is renamed", (tx) => tx`update chapters set name = '{"kk": "Лондон қаласы"}' where id = ${chapters.london}`, [`chapter:${chapters.london}`, "chapters"]],
    [
      "a chapter goes",
      async (tx) => {
        await tx`insert into chapters (id, slug, kind, parent_id, country_iso2, name, summary, zone)
          values (${chapter}, 'chess', 'interest', ${chapters.britain}, 'GB', '{"kk": "Шахмат"}', '{"kk": "Шахмат"}', 'Europe/London')`;
        await tx`delete from page_versions`;
        await tx`delete from chapters where id = ${chapter}`;
      },
      [`chapter:${chapter}`, "chapters"],
    ],
    ["a mandate goes", (tx) => tx`delete from mandates where chapter_id = ${chapters.prague}`, [`chapter:${chapters.prague}`]],
    ["how to get in is told", (tx) => tx`update event_access set address = 'Strand, 5' where event_id = ${events.open}`, [`event:${events.open}`]],
  ])("when %s", async (_change, change, tags) => {
    expect(await bumped(change)).toEqual(tags);
  });
});

test("the versions of pages, which everybody reads, name no event that a stranger may not see, and do not count the changes of memberships", async () => {
  const told = await tryAs(backend.sql, null, async (tx) => {
    const tags = (await tx<{ tag: string }[]>`select tag from page_versions`).map(({ tag }) => tag);
    const seen = (await tx<{ id: string }[]>`select id from events`).map(({ id }) => `event:${id}`);
    return { secret: tags.filter((tag) => tag === "memberships" || (tag.startsWith("event:") && !seen.includes(tag))), tags };
  });
  expect(told.secret).toEqual([]);
  expect(told.tags).toContain(`event:${events.open}`);
});

test("no page carries a tag that the database never bumps", async () => {
  const kind = (tag: string) => tag.replace(/:.*/s, ":");
  const bodies = await backend.sql<{ prosrc: string }[]>`select prosrc from pg_proc where pronamespace = 'private'::regnamespace`;
  const known = new Set(bodies.flatMap(({ prosrc }) => [...prosrc.matchAll(/touch_page\('([^']+)'/g)].map(([, tag = ""]) => kind(tag))));
  const routes = join(process.cwd(), "app/routes");
  const carried = readdirSync(routes).flatMap((file) =>
    [...readFileSync(join(routes, file), "utf8").matchAll(/cacheHeaders\(\s*\[([^\]]*)\]/g)].flatMap(([, tags = ""]) => [...tags.matchAll(/["`]([a-z]+:?)/g)].map(([, tag = ""]) => tag)),
  );
  expect(carried.length).toBeGreaterThan(10);
  expect([...new Set(carried)].filter((tag) => !known.has(tag))).toEqual([]);
});

test("the list of events is thrown away with the names of chapters and places that stand in it", async () => {
  const { headers } = await new Browser().get(eventsPage.loader, "/kk/events");
  expect(headers.get("X-Page-Tags")?.split(" ")).toEqual(["events", "chapters", "places", `event:${events.open}`]);
});
