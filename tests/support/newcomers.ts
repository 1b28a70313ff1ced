import { Browser } from "./browser";
import { submitSignIn, makeAccount } from "./accounts";
import type { TestBackend } from "./database";

export type Newcomer = { browser: Browser; member: string };

/** Somebody who has just signed in and become a member, studying in London at King’s, without a chapter unless one is given. */
export async function newMember(backend: TestBackend, { home, guest }: { home?: string; guest?: string } = {}): Promise<Newcomer> {
  const { sql } = backend;
  const { id, email } = await makeAccount(backend);
  const browser = new Browser();
  await submitSignIn(browser, email);
  const [row] = await sql<{ id: string }[]>`insert into members (user_id, surname, given_name) values (${id}, 'Ару', 'Сапар') returning id`;
  if (!row) throw new Error("no member was made");
  const member = row.id;
  await sql`insert into member_statuses (member_id, status, during) values (${member}, 'applicant', tstzrange(now(), null))`;
  await sql`insert into studies (member_id, city_id, university_id, degree, field, started_on, ends_on)
    values (${member}, 'gb-london', 'gb-kings', 'master', 'ict', '2025-09-01', '2027-09-01')`;
  for (const [kind, chapter] of Object.entries({ home, guest })) {
    if (!chapter) continue;
    await sql`insert into memberships (member_id, chapter_id, kind, during, start_reason) values (${member}, ${chapter}, ${kind}, '[2026-01-01,)', 'joined')`;
  }
  return { browser, member };
}
