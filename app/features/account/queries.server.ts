import type { Visit } from "~/core/session.server";

/** The address of the account as it is now: a token carries the one it was made with, for up to an hour. */
export async function findOwnAddress(visit: Visit): Promise<string> {
  const { data, error } = await visit.auth().getUser();
  if (error) throw error;
  return data.user.email ?? "";
}
