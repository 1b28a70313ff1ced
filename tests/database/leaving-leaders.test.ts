import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { waitForLocks, actAs, runAs, freshDatabase, tryAs, rolledBack, type TestDatabase } from "../support/database";
import { aigerim, daniyar, kamila, timur, type Person } from "../support/people";
import { chapters } from "./fixture";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase("fixture");
});
afterAll(() => database.drop());

describe("who leaves a chapter leads it no more", () => {
  const act = (person: Person, what: "leave" | "move", meanwhile: "alone" | "followed" = "alone") =>
    rolledBack(database.sql, async (tx) => {
      if (meanwhile === "followed") {
        await tx`insert into mandates (member_id, chapter_id, role, during)
          values (${aigerim.member}, ${chapters.london}, 'secretary', tstzrange(now() - interval '1 hour', now() + interval '1 year'))`;
      }
      await actAs(tx, person);
      const refused = await tx
        .savepoint((inner) => (what === "leave" ? inner`select leave_chapter(${chapters.london})` : inner`select join_chapter(${chapters.prague}, 'home', '')`))
        .then(() => null, (error: { code: string; message: string }) => `${error.code} ${error.message}`);
      await tx`reset role`;
      const [mandate] = await tx<{ running: boolean }[]>`
        select bool_or(during @> clock_timestamp()) as running from mandates where member_id = ${person.member} and chapter_id = ${chapters.london}`;
      return { refused, leads: mandate?.running ?? false };
    });

  test("the only one who decides there can neither leave nor move away", async () => {
    expect(await act(daniyar, "leave")).toEqual({ refused: "KA017 last-leader", leads: true });
    expect(await act(daniyar, "move")).toEqual({ refused: "KA017 last-leader", leads: true });
  });

  test("with somebody to follow they go, and their mandate ends with it", async () => {
    expect(await act(daniyar, "leave", "followed")).toEqual({ refused: null, leads: false });
    expect(await act(daniyar, "move", "followed")).toEqual({ refused: null, leads: false });
  });

  test("who decides nothing there is nobody's only leader", async () => {
    expect(await act(timur, "leave")).toEqual({ refused: null, leads: false });
    expect(await act(kamila, "leave")).toEqual({ refused: null, leads: false });
  });

  test("moving to a chapter below changes nothing", async () => {
    const leads = await tryAs(database.sql, daniyar, async (tx) => {
      await tx`select join_chapter(${chapters.kings}, 'home', '')`;
      await tx`reset role`;
      const [mandate] = await tx`select during @> clock_timestamp() as running from mandates where member_id = ${daniyar.member}`;
      return mandate?.running as boolean;
    });
    expect(leads).toBe(true);
  });

  test("a term that is still to come goes with them, but not when they move to a chapter below", async () => {
    const comes = (to: string | null) =>
      rolledBack(database.sql, async (tx) => {
        await tx`insert into mandates (member_id, chapter_id, role, during)
          values (${aigerim.member}, ${chapters.london}, 'secretary', tstzrange(now() + interval '1 month', now() + interval '1 year'))`;
        await actAs(tx, aigerim);
        await (to ? tx`select join_chapter(${to}, 'home', '')` : tx`select leave_chapter(${chapters.london})`);
        await tx`reset role`;
        return tx`select from mandates where member_id = ${aigerim.member}`.then((left) => left.length);
      });
    expect([await comes(null), await comes(chapters.prague), await comes(chapters.kings)]).toEqual([0, 0, 1]);
  });

  test("two leaders who go at the same moment do not count on each other: one stays", async () => {
    const { sql } = database;
    await sql`insert into mandates (member_id, chapter_id, role, during)
      values (${aigerim.member}, ${chapters.london}, 'vice_president', tstzrange(now() - interval '1 hour', now() + interval '1 year'))`;
    const leaving = (tx: TransactionSql) => tx`select leave_chapter(${chapters.london})`;
    const answer = await runAs(sql, aigerim, async (tx) => {
      await tx`select now()`;
      // Daniyar leaves after Aigerim's transaction has begun, and nothing holds him up; Aigerim leaves next, and has to wait for him.
      let second: Promise<string> | undefined;
      await runAs(sql, daniyar, async (first) => {
        await leaving(first);
        second = tx.savepoint(leaving).then(() => "left", (error: Error) => error.message);
        await Promise.race([second, waitForLocks(sql)]);
      });
      return second;
    });
    expect(answer).toBe("last-leader");
    const leaders = await sql`
      select from mandates where chapter_id = ${chapters.london} and during @> clock_timestamp() and role in ('president', 'vice_president')`;
    expect(leaders).toHaveLength(1);
  });
});
