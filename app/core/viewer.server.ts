import type { Visit } from "./session.server";
import type { Permission, Who } from "./who.server";

/** Who looks at the page, as far as the header shows it. Null for visitors. */
export type Viewer = {
  account: string;
  givenName: string;
  surname: string;
  isMember: boolean;
  /** The desks somebody holds; `waiting`: requests that they may answer there. */
  leads: { slug: string; name: Record<string, string>; permissions: Permission[]; waiting: number }[];
  coordinates: boolean;
};

export async function findViewer(visit: Visit): Promise<Viewer | null> {
  const who = await visit.who();
  if (!who || !visit.account) return null;
  return {
    account: visit.account.id,
    givenName: who.member?.givenName ?? "",
    surname: who.member?.surname ?? "",
    isMember: who.member !== null,
    leads: desksOf(who.leads),
    coordinates: who.coordinates.length > 0,
  };
}

/** One desk a chapter: whoever holds two mandates there may do what either of them allows. */
function desksOf(leads: Who["leads"]): Viewer["leads"] {
  const slugs = [...new Set(leads.map(({ slug }) => slug))];
  return slugs.map((slug) => {
    const held = leads.filter((led) => led.slug === slug);
    return {
      slug,
      name: held[0]?.name ?? {},
      permissions: [...new Set(held.flatMap(({ permissions }) => permissions))],
      waiting: Math.max(...held.map(({ waiting }) => waiting)),
    };
  });
}
