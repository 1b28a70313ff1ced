import { publicClient } from "./supabase/client.server";

export type PageVersion = { tag: string; version: number; changed_at: string };

/** The most rows that one request returns. */
const pageSize = 1000;

/** All that changed at or after that moment (ISO), oldest first, page by page: an import may change thousands at once. Throws when the database is away. */
export async function listChangedPages(since: string): Promise<PageVersion[]> {
  const changed: PageVersion[] = [];
  for (;;) {
    const query = publicClient().from("page_versions").select("tag, version, changed_at").gte("changed_at", since).order("changed_at").order("tag");
    const { data } = await query.range(changed.length, changed.length + pageSize - 1).throwOnError();
    changed.push(...data);
    if (data.length < pageSize) return changed;
  }
}

/** Whether the database answers. */
export async function isReady(): Promise<boolean> {
  const { error } = await publicClient().from("page_versions").select("tag").limit(1);
  return !error;
}
