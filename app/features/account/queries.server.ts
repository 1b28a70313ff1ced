import type { Visit } from "~/core/session.server";

/** The current e-mail address of the account: a token carries the one it was issued with, for up to an hour. */
export async function findOwnEmail(visit: Visit): Promise<string> {
  const { data, error } = await visit.auth().getUser();
  if (error) throw error;
  return data.user.email ?? "";
}
