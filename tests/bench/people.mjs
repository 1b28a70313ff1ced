import postgres from "postgres";

import { ownerUrl } from "./sites.mjs";

const password = "steppe-sky-2026";
const form = (fields) => new URLSearchParams(fields).toString();

/** Signs somebody in with the form; returns their cookies. */
export async function signIn(url, email) {
  const answer = await fetch(`${url}/en/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: url },
    body: form({ email, password }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (answer.status !== 302 || cookies.length === 0) throw new Error(`${email} was not let in: ${answer.status}`);
  return cookies.join("; ");
}

/** Gives that many members of London accounts with the demo's password; returns their cookies. */
export async function enterMembers(url, dataDir, wanted) {
  const sql = postgres(ownerUrl(dataDir), { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await tx`
        create temporary table newcomers on commit drop as
        select member.id as member, gen_random_uuid() as account, 'bench-' || row_number() over (order by member.number) || '@demo.kazalliance.example' as email
        from public.members member join public.memberships membership on membership.member_id = member.id
        where membership.chapter_id = (select id from public.chapters where slug = 'london') and upper_inf(membership.during) and membership.kind = 'home'
          and member.user_id is null and not exists (select from auth.users where email like 'bench-%')
        order by member.number limit ${wanted}`;
      await tx`
        insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
        select account, known.aud, known.role, newcomers.email, known.encrypted_password, now(), known.raw_app_meta_data, known.raw_user_meta_data, now(), now()
        from newcomers, auth.users known where known.email = 'aigerim@demo.kazalliance.example'`;
      await tx`
        insert into auth.identities (id, provider, provider_id, user_id, identity_data, created_at, updated_at)
        select gen_random_uuid(), 'email', account::text, account, jsonb_build_object('sub', account, 'email', email), now(), now() from newcomers`;
      await tx`update public.members set user_id = account from newcomers where id = member`;
    });
    const accounts = await sql`select email from auth.users where email like 'bench-%' order by email limit ${wanted}`;
    const cookies = [];
    for (const { email } of accounts) cookies.push(await signIn(url, email));
    return cookies;
  } finally {
    await sql.end();
  }
}

/** Creates events in London that nobody has registered for; returns their slugs. */
export async function makeEvents(dataDir, wanted) {
  const sql = postgres(ownerUrl(dataDir), { max: 1, onnotice: () => {} });
  try {
    const run = Date.now().toString(36);
    const rows = await sql`
      insert into public.events (slug, chapter_id, kind, title, zone, starts_local, ends_local, starts_at, ends_at, format, venue, state)
      select 'bench-' || ${run} || '-' || n, chapter.id, 'meetup', '{"en": "Bench"}', 'Europe/London', timestamp '2030-01-01 18:00', timestamp '2030-01-01 20:00',
             timestamptz '2030-01-01 18:00Z', timestamptz '2030-01-01 20:00Z', 'on_site', 'Bench', 'published'
      from public.chapters chapter, generate_series(1, ${wanted}) n where chapter.slug = 'london' returning slug`;
    return rows.map(({ slug }) => slug);
  } finally {
    await sql.end();
  }
}

/** The slug of the next public event, and the number of registrations. */
export async function findFacts(dataDir) {
  const sql = postgres(ownerUrl(dataDir), { max: 1, onnotice: () => {} });
  try {
    const [event] = await sql`
      select slug from public.events where state = 'published' and visibility = 'everyone' and starts_at > now() and slug not like 'bench-%' order by starts_at, id limit 1`;
    const [{ registered }] = await sql`select count(*)::int as registered from public.registrations where state = 'registered'`;
    return { event: event.slug, registered };
  } finally {
    await sql.end();
  }
}

/** The request sent by the register button on an event's page. */
export const registering = (slug, headers) => ({
  method: "POST",
  path: `/en/events/${slug}`,
  body: form({ intent: "register" }),
  headers: { "content-type": "application/x-www-form-urlencoded", "accept-encoding": "gzip", ...headers },
});
