import { hash } from "bcryptjs";

import type { Chapter } from "./chapters";
import type { Connection } from "./copy-into";
import type { Histories, Member } from "./histories";
import type { Name } from "./names";
import type { Mandate } from "./offices";
import { Random } from "./random";

type Known = {
  role: string;
  email: string;
  name: Name;
  chapter: string;
  university?: string;
  mandate?: string;
  scope?: string;
  locale: "kk" | "ru" | "en";
};

const day = 86_400_000;
const at = (name: string) => `${name}@demo.kazalliance.example`;
const named = (surname: string, givenName: string, latin: string, patronymic: string | null = null): Name => ({ surname, givenName, patronymic, latin });

const longName = named("Нұрмағамбетова-Төлегенқызы", "Жанель-Гүлнұр", "Nurmagambetova-Tolegenkyzy Zhanel-Gulnur", "Құрманғазықызы");

/** One known person per role. */
const known: Known[] = [
  { role: "Member", email: at("aigerim"), name: named("Ахметова", "Айгерім", "Akhmetova Aigerim"), chapter: "london", university: "King’s College London", locale: "kk" },
  { role: "Chapter president", email: at("daniyar"), name: named("Нұрғалиев", "Данияр", "Nurgaliyev Daniyar"), chapter: "london", mandate: "president", locale: "kk" },
  { role: "Chapter treasurer", email: at("timur"), name: named("Ким", "Тимур", "Kim Timur"), chapter: "london", mandate: "treasurer", locale: "ru" },
  { role: "Member with a long name", email: at("zhanel"), name: longName, chapter: "london", locale: "kk" },
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

/** How long ago the terms of the known people began, and how long they still last. */
const termBegun = 80 * day;
const termLeft = 280 * day;
/** More countries with a coordinator: people without accounts, as if imported from a roster. */
const coordinated = ["RU", "TR", "CN", "US", "CZ", "DE", "KR", "PL", "HU", "KG"];

/** Gives the known people's names and offices to generated members; the members' histories stay nearly as they are. */
export function castKnownPeople({ byHome }: Histories, chapters: Chapter[], terms: readonly Mandate[], now: number): Cast {
  const random = new Random("people");
  const chosen = new Set<Member>();
  const cast: Cast = { people: [], mandates: [], coordinators: [] };
  const inOffice = new Set(terms.filter(({ to }) => to > now).map(({ member }) => member));
  const isFree = (member: Member) => !chosen.has(member) && member.memberships.length === 1 && member.studies.length === 1 && !inOffice.has(member);
  for (const person of known) {
    const chapter = chapters.find(({ slug, kind }) => slug === person.chapter && kind === "city");
    const inCountry = [...byHome].filter(([{ country }]) => country === chapter?.country).flatMap(([, members]) => members);
    const inChapter = ((chapter && byHome.get(chapter)) ?? []).filter(isFree);
    const studiesThere = ({ studies: [study] }: Member) => !person.university || study?.university.name.replace("'", "’") === person.university;
    const member = inChapter.find(studiesThere) ?? inChapter[0] ?? inCountry.find(isFree);
    const home = member?.memberships[0];
    if (!chapter || !member || !home) throw new Error(`Too few members for the demo: nobody in ${person.chapter} can be ${person.email}`);
    chosen.add(member);
    Object.assign(member, { name: person.name, locale: person.locale });
    home.chapter = chapter;
    // In a small demo there may be nobody who studies there: then this member does, if it is in the same city.
    const university = chapters.find((each) => each.university?.name.replace("'", "’") === person.university)?.university;
    const [study] = member.studies;
    if (university && study && university.city === study.city.id) study.university = university;
    cast.people.push({ member, known: person });
    const shownAs = `${person.name.surname} ${person.name.givenName}`;
    if (person.mandate) cast.mandates.push({ id: random.uuid(), member, chapter, role: person.mandate, from: now - termBegun, to: now + termLeft, shownAs });
    if (person.scope) cast.coordinators.push({ id: random.uuid(), member, scope: person.scope });
  }
  for (const scope of coordinated) {
    const people = [...byHome].filter(([chapter]) => chapter.country.iso2 === scope).flatMap(([, members]) => members);
    if (people.length > 0) cast.coordinators.push({ id: random.uuid(), member: random.pick(people), scope });
  }
  return cast;
}

/** All mandates: a known person holds the office from the day their term began; whoever held it before leaves that day. */
export function withKnownMandates(terms: readonly Mandate[], cast: Cast): Mandate[] {
  const offices = new Map(cast.mandates.map((mandate) => [`${mandate.chapter.id} ${mandate.role}`, mandate]));
  const others = terms.flatMap((term) => {
    const knownMandate = offices.get(`${term.chapter.id} ${term.role}`);
    if (!knownMandate || term.to <= knownMandate.from) return [term];
    return term.from < knownMandate.from ? [{ ...term, to: knownMandate.from }] : [];
  });
  return [...others, ...cast.mandates];
}

/** Creates confirmed accounts with the demo's password, as the auth service would have done. */
export async function makeAccounts(sql: Connection, cast: Cast): Promise<Map<Member, string>> {
  const password = await hash(demo.password, 10);
  const accounts = new Map<Member, string>();
  const random = new Random("accounts");
  const make = async (email: string, locale: string) => {
    const id = random.uuid();
    await sql`insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
      values (${id}, 'authenticated', 'authenticated', ${email}, ${password}, now(), ${sql.json({ provider: "email", providers: ["email"] })},
              ${sql.json({ locale, email_verified: true })}, now(), now())`;
    await sql`insert into auth.identities (id, provider, provider_id, user_id, identity_data, created_at, updated_at)
      values (${random.uuid()}, 'email', ${id}, ${id}, ${sql.json({ sub: id, email })}, now(), now())`;
    return id;
  };
  for (const { member, known: person } of cast.people) accounts.set(member, await make(person.email, person.locale));
  await make(stranger.email, stranger.locale);
  return accounts;
}
