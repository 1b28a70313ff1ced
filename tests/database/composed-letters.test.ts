import { readFileSync } from "node:fs";

import { afterAll, beforeAll, expect, test } from "vitest";

import { freshDatabase, rolledBack, type TestDatabase } from "../support/database";
import { aigerim, daniyar } from "../support/people";
import { chapters, events } from "./fixture";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase("fixture");
});
afterAll(() => database.drop());

const migration = readFileSync("supabase/migrations/20261127030200_letters_in_one_sign.sql", "utf8");
const inTwoSigns = (text: string) => text.normalize("NFD");

test("what was stored with letters in two signs is found as it is written, and is no newer version", async () => {
  await rolledBack(database.sql, async (tx) => {
    await tx`update members set surname = ${inTwoSigns("Ёлкин")}, patronymic = ${inTwoSigns("Андрей")} where id = ${aigerim.member}`;
    await tx`update chapters set name = ${tx.json({ kk: inTwoSigns("Айнұр үйі") })} where id = ${chapters.london}`;
    await tx`update events set title = ${tx.json({ kk: inTwoSigns("Ай кеші") })}, venue = ${inTwoSigns("Чайхана")} where id = ${events.open}`;
    await tx`update mandates set shown_as = ${inTwoSigns("Чайкин")} where member_id = ${daniyar.member}`;
    const pages = async () => (await tx`select sum(version)::int as versions from page_versions`)[0]?.versions;
    await tx.unsafe(migration);
    const [stored] = await tx`
      select member.surname, member.search, chapter.name as chapter, chapter.search as sought, event.title, event.venue, event.version, mandate.shown_as
      from members member, chapters chapter, events event, mandates mandate
      where member.id = ${aigerim.member} and chapter.id = ${chapters.london} and event.id = ${events.open} and mandate.member_id = ${daniyar.member}`;
    expect(stored).toMatchObject({ surname: "Ёлкин", chapter: { kk: "Айнұр үйі" }, title: { kk: "Ай кеші" }, venue: "Чайхана", version: 1, shown_as: "Чайкин" });
    const [sought] = await tx`select private.fold('Ёлкин') as surname, private.fold('Айнұр үйі') as chapter`;
    expect([stored?.search.includes(sought?.surname), stored?.sought.includes(sought?.chapter)]).toEqual([true, true]);
    const once = await pages();
    await tx.unsafe(migration);
    expect(await pages()).toBe(once);
  });
});
