import { adminClient } from "~/core/supabase/admin.server";

let countedVersion: number | undefined;
let countedMonths: string | undefined;

/** A month closes a minute after its end by the clock of the database; the rest allows for that clock being behind ours. */
const untilItCloses = 5 * 60_000;

/**
 * Recounts the figures when memberships changed since the last count, when a new month began, and when the one before closes: call by call until no month
 * is left, or until `stopping`.
 * Returns whether it counted to the end. Without a secret key it does nothing; `app/jobs.server.ts` says so.
 */
export async function refreshFigures(now: Date, stopping?: AbortSignal): Promise<boolean> {
  const admin = adminClient();
  if (!admin) return false;
  const months = [now.getTime(), now.getTime() - untilItCloses].map((moment) => new Date(moment).toISOString().slice(0, 7)).join(" ");
  const { data } = await admin.from("page_versions").select("version").eq("tag", "memberships").maybeSingle().throwOnError();
  const version = data?.version ?? 0;
  if (version === countedVersion && months === countedMonths) return false;
  for (let isMore = true; isMore; ) {
    if (stopping?.aborted) return false;
    isMore = (await admin.rpc("refresh_figures").throwOnError()).data;
  }
  countedVersion = version;
  countedMonths = months;
  return true;
}
