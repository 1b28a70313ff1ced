import { adminClient } from "~/core/supabase/admin.server";

let countedVersion: number | undefined;
let countedMonth: string | undefined;

/**
 * Counts the figures anew when memberships changed since the last count, or a new month began. Answers whether it counted.
 * Without a secret key it does nothing; `jobs.server.ts` says so.
 */
export async function refreshFigures(now: Date): Promise<boolean> {
  const admin = adminClient();
  if (!admin) return false;
  const month = now.toISOString().slice(0, 7);
  const { data } = await admin.from("page_versions").select("version").eq("tag", "memberships").maybeSingle().throwOnError();
  const version = data?.version ?? 0;
  if (version === countedVersion && month === countedMonth) return false;
  await admin.rpc("refresh_figures").throwOnError();
  countedVersion = version;
  countedMonth = month;
  return true;
}
