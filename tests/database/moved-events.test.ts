import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";

import { freshDatabase, tryAs, type TestDatabase } from "../support/database";
import { aigerim, daniyar, madina, zhanel } from "../support/people";
import { events } from "./fixture";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase("fixture");
});
afterAll(() => database.drop());

type Place = { address?: string; private_address?: string; link?: string; venue?: string };

async function save(tx: TransactionSql, place: Place): Promise<void> {
  const [event] = await tx`select id, slug, kind, title, zone, format, venue, version, starts_local::text, ends_local::text from events where id = ${events.open}`;
  const { id, slug, kind, title, zone, venue, starts_local, ends_local, version } = event ?? {};
  const fields = { id, slug, kind, title, zone, venue, format: "hybrid", starts_local, ends_local, ...place };
  await tx`select * from save_event(${id}, null, ${tx.json(fields)}, ${version})`;
}

/** Who gets a letter that the event has changed when its place changes from `before` to `after`. */
const toldOf = (before: Place, after: Place) =>
  tryAs(database.sql, daniyar, async (tx) => {
    await save(tx, before);
    await tx`set local role postgres`;
    await tx`delete from outbox where kind = 'event_changed'`;
    await tx`set local role authenticated`;
    await save(tx, after);
    await tx`set local role postgres`;
    return (await tx`select recipient_id from outbox where kind = 'event_changed' and subject_id = ${events.open}`).map((row) => row.recipient_id as string).sort();
  });

const strand = "Strand 30";
const all = [aigerim, madina, zhanel].map(({ member }) => member).sort();

test.each<[string, Place, Place]>([
  ["an address told for the first time", {}, { address: strand }],
  ["an address told for the first time to who comes", {}, { private_address: strand }],
  ["a link told for the first time", {}, { link: "https://meet.example/1" }],
  ["an address that from now on who comes alone reads", { address: strand }, { private_address: strand }],
  ["an address that from now on everybody reads", { private_address: strand }, { address: strand }],
])("%s moves nobody, and nobody is written to", async (_what, before, after) => {
  expect(await toldOf(before, after)).toEqual([]);
});

test.each<[string, Place, Place]>([
  ["another address", { address: strand }, { address: "Aldwych 1" }],
  ["another address for who comes", { private_address: strand }, { private_address: "Aldwych 1" }],
  ["another address, from now on for who comes alone", { address: strand }, { private_address: "Aldwych 1" }],
  ["an address taken away", { address: strand }, {}],
  ["another link", { link: "https://meet.example/1" }, { link: "https://meet.example/2" }],
  ["another house", {}, { venue: "Maughan Library" }],
])("%s is written to all who come or wait", async (_what, before, after) => {
  expect(await toldOf(before, after)).toEqual(all);
});
