import { afterAll, expect, test, vi } from "vitest";

import { freePort } from "../../server/embedded/settings";
import { startMailServer } from "../support/mail-server";
import { openDatabase, removeData, startSite } from "../support/site";

const letters = 150;
const made: string[] = [];
afterAll(() => made.forEach(removeData));

test("asked to end in the middle of a mailing it ends in peace, and no letter goes twice or is lost", async () => {
  const port = await freePort();
  const mailServer = await startMailServer(port, { thinks: 1000 });
  const settings = { SMTP_URL: `smtp://127.0.0.1:${port}` };
  const site = await startSite(settings);
  made.push(site.dataDir);
  const sql = openDatabase(site.dataDir);
  await sql`insert into outbox (kind, subject_id, recipient_id)
            select 'member_left', gen_random_uuid(), (select id from members where user_id is not null limit 1) from generate_series(1, ${letters}::int)`;
  await vi.waitUntil(() => mailServer.taken.length > 0, { timeout: 10_000 });
  expect(await site.stop()).toEqual({ code: 0, signal: null });
  expect(mailServer.taken.length).toBeLessThan(letters / 2);
  await sql.end({ timeout: 1 });

  mailServer.behave({});
  const again = await startSite(settings, site.dataDir);
  const after = openDatabase(again.dataDir);
  await vi.waitUntil(async () => (await after`select from outbox where kind = 'member_left' and sent_at is null`).length === 0, { timeout: 40_000, interval: 200 });
  expect([mailServer.taken.length, new Set(mailServer.taken).size]).toEqual([letters, letters]);
  await after.end({ timeout: 1 });
  await again.stop();
  await mailServer.stop();
});
