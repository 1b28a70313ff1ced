import type { Visit } from "./session.server";

/** Who looks at the page, as far as the header shows it. Null for visitors. */
export type Viewer = {
  givenName: string;
  surname: string;
  isMember: boolean;
  leads: { slug: string; name: Record<string, string> }[];
  coordinates: boolean;
};

export async function findViewer(visit: Visit): Promise<Viewer | null> {
  const who = visit.account ? await visit.who() : null;
  if (!who?.account) return null;
  return {
    givenName: who.member?.given_name ?? "",
    surname: who.member?.surname ?? "",
    isMember: who.member !== null,
    leads: who.leads.map(({ slug, name }) => ({ slug, name })),
    coordinates: who.coordinates.length > 0,
  };
}
