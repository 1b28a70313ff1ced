/** A test person, with the ids of the member, of the account and of its current session. */
export type Person = { member: string | null; account: string; session: string };

const person = (n: number, isMember = true): Person => ({
  member: isMember ? `00000000-0000-4000-8000-0000000000${n}` : null,
  account: `00000000-0000-4000-8000-0000000001${n}`,
  session: `00000000-0000-4000-8000-0000000002${n}`,
});

/** Member in London. */
export const aigerim = person(10);
/** President in London. */
export const daniyar = person(11);
/** President in Manchester. */
export const madina = person(12);
/** Treasurer in London: reads members and attendees, decides nothing. */
export const timur = person(13);
/** Member of the university chapter below London. */
export const zhanel = person(14);
/** Coordinator of the world. */
export const saule = person(15);
/** Coordinator of the United Kingdom. */
export const erlan = person(16);
/** President of the United Kingdom, above London. */
export const asel = person(17);
/** Suspended, although president of the Prague chapter. */
export const ruslan = person(18);
/** Vice-president in London until yesterday. */
export const kamila = person(19);
/** Has an account but is not a member. */
export const dina = person(20, false);
/** Aigerim after signing out: her token is still valid, her session is gone. */
export const aigerimSignedOut: Person = { ...aigerim, session: "00000000-0000-4000-8000-000000000299" };

export const people = { aigerim, daniyar, madina, timur, zhanel, saule, erlan, asel, ruslan, kamila, dina };
/** Everybody who may make requests: the people above, somebody signed out, and a visitor. */
export const askers: Record<string, Person | null> = { ...people, aigerimSignedOut, visitor: null };
