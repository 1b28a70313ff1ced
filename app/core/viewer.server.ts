import type { Visit } from "./session.server";
import type { Permission } from "./who.server";

/** The reader of the page, as far as the header shows them. Null for visitors. */
export type Viewer = {
  account: string;
  givenName: string;
  surname: string;
  isMember: boolean;
  /** The desks they hold; `waiting`: the number of requests that they may answer there. */
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
    leads: who.leads.map(({ slug, name, permissions, waiting }) => ({ slug, name, permissions, waiting })),
    coordinates: who.coordinates.length > 0,
  };
}
