import { publicClient } from "./supabase/client.server";

export type PageVersion = { tag: string; version: number; changed_at: string };

/** What changed at or after that moment (ISO), oldest first. Throws when the database is away. */
export async function listChangedPages(since: string): Promise<PageVersion[]> {
  const { data } = await publicClient().from("page_versions").select("tag, version, changed_at").gte("changed_at", since).order("changed_at").limit(1000).throwOnError();
  return data;
}

/** Whether the database answers. */
export async function isReady(): Promise<boolean> {
  const { error } = await publicClient().from("page_versions").select("tag").limit(1);
  return !error;
}
