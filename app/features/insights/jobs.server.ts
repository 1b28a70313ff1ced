import { adminClient } from "~/core/supabase/admin.server";

let countedVersion: number | undefined;
let countedMonth: string | undefined;

/**
 * Counts the figures anew when memberships changed since the last count, or a new month began: call by call until no month is left, or until `stopping`.
 * Answers whether it counted to the end. Without a secret key it does nothing; `jobs.server.ts` says so.
 */
export async function refreshFigures(now: Date, stopping?: AbortSignal): Promise<boolean> {
  const admin = adminClient();
  if (!admin) return false;
  const month = now.toISOString().slice(0, 7);
  const { data } = await admin.from("page_versions").select("version").eq("tag", "memberships").maybeSingle().throwOnError();
  const version = data?.version ?? 0;
  if (version === countedVersion && month === countedMonth) return false;
  for (let isMore = true; isMore; ) {
    if (stopping?.aborted) return false;
    isMore = (await admin.rpc("refresh_figures").throwOnError()).data;
  }
  countedVersion = version;
  countedMonth = month;
  return true;
}
