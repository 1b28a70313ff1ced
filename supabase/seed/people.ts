import { randomUUID } from "node:crypto";

import { hash } from "bcryptjs";
import type { Sql } from "postgres";

import type { Chapter } from "./chapters";
import type { Histories, Member } from "./histories";
import type { Name } from "./names";
import type { Mandate } from "./offices";
import { Random } from "./random";

type Known = { role: string; email: string; name: Name; chapter: string; university?: string; mandate?: string; scope?: string; locale: "kk" | "ru" | "en" };

const at = (name: string) => `${name}@demo.kazalliance.example`;
const named = (surname: string, givenName: string, latin: string, patronymic: string | null = null): Name => ({ surname, givenName, patronymic, latin });

/** One known person per role. */
const known: Known[] = [
  { role: "Member", email: at("aigerim"), name: named("Ахметова", "Айгерім", "Akhmetova Aigerim"), chapter: "london", university: "King’s College London", locale: "kk" },
  { role: "Chapter president", email: at("daniyar"), name: named("Нұрғалиев", "Данияр", "Nurgaliyev Daniyar"), chapter: "london", mandate: "president", locale: "kk" },
  { role: "Chapter treasurer", email: at("timur"), name: named("Ким", "Тимур", "Kim Timur"), chapter: "london", mandate: "treasurer", locale: "ru" },
  { role: "Member with a long name", email: at("zhanel"), name: named("Нұрмағамбетова", "Жанель", "Nurmagambetova Zhanel", "Құрманғазықызы"), chapter: "london", locale: "kk" },
  { role: "Global coordinator", email: at("saule"), name: named("Омарова", "Сәуле", "Omarova Saule"), chapter: "prague", scope: "world", locale: "kk" },
  { role: "Country coordinator (GB)", email: at("erlan"), name: named("Сейітов", "Ерлан", "Seitov Yerlan"), chapter: "manchester", scope: "GB", locale: "ru" },
];
/** An account that is not a member yet. */
const stranger = { role: "Account, not a member yet", email: at("dina"), locale: "ru" };

export const demo = {
  password: "steppe-sky-2026",
  people: [...known, stranger].map(({ role, email }) => ({ role, email })),
};

export type Cast = { people: { member: Member; known: Known }[]; mandates: Mandate[]; coordinators: { id: string; member: Member; scope: string }[] };

/** Gives known names and offices to members whom the generator has made; their histories stay as they are. */
export function castKnownPeople({ byHome }: Histories, chapters: Chapter[], mandates: Mandate[], now: number): Cast {
  const random = new Random("people");
  const day = 86_400_000;
  const chosen = new Set<Member>();
  const cast: Cast = { people: [], mandates: [], coordinators: [] };
  for (const person of known) {
    const chapter = chapters.find(({ slug, kind }) => slug === person.chapter && kind === "city");
    const candidates = (chapter && byHome.get(chapter)) ?? [];
    const isFree = (member: Member) => !chosen.has(member) && member.spells.length === 1 && member.studies.length === 1 && !mandates.some((mandate) => mandate.member === member && mandate.to > now);
    const wanted = candidates.filter(isFree);
    const member = wanted.find(({ studies }) => !person.university || studies[0]?.university.name.replace("'", "’") === person.university) ?? wanted[0];
    if (!chapter || !member) continue;
    chosen.add(member);
    Object.assign(member, { name: person.name, locale: person.locale });
    cast.people.push({ member, known: person });
    if (person.mandate) {
      cast.mandates.push({ id: random.uuid(), member, chapter, role: person.mandate, from: now - 80 * day, to: now + 280 * day, shownAs: `${person.name.surname} ${person.name.givenName}` });
    }
    if (person.scope) cast.coordinators.push({ id: random.uuid(), member, scope: person.scope });
  }
  return cast;
}

/** Confirmed accounts with the demo's password, as the auth service would have made them. */
export async function makeAccounts(sql: Sql, cast: Cast): Promise<Map<Member, string>> {
  const password = await hash(demo.password, 10);
  const accounts = new Map<Member, string>();
  const make = async (email: string, locale: string) => {
    const id = randomUUID();
    await sql`insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
      values (${id}, 'authenticated', 'authenticated', ${email}, ${password}, now(), ${sql.json({ provider: "email", providers: ["email"] })},
              ${sql.json({ locale, email_verified: true })}, now(), now())`;
    await sql`insert into auth.identities (id, provider, provider_id, user_id, identity_data, created_at, updated_at)
      values (${randomUUID()}, 'email', ${id}, ${id}, ${sql.json({ sub: id, email })}, now(), now())`;
    return id;
  };
  for (const { member, known: person } of cast.people) accounts.set(member, await make(person.email, person.locale));
  await make(stranger.email, stranger.locale);
  return accounts;
}
