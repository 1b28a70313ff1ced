import { join } from "node:path";
import { pathToFileURL } from "node:url";

import postgres from "postgres";

import { env } from "../app/core/env.server";
import type { Demo } from "./welcome";

type Loader = {
  demo: Demo;
  loadPlaces(options: { databaseUrl: string; projectDir: string }): Promise<boolean>;
  loadDemo(options: { databaseUrl: string; projectDir: string; members: number; log: (message: string) => void }): Promise<void>;
};

/** Loads the demo if there are no members yet, or only the places if DEMO=0. Returns null unless the members are the demo's. */
export async function loadDemoIfEmpty(databaseUrl: string, projectDir: string, log: (message: string) => void): Promise<Demo | null> {
  const { demo, loadDemo, loadPlaces } = (await import(pathToFileURL(join(projectDir, "build/load-demo.js")).href)) as Loader;
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const [{ has_members: hasMembers = false } = {}] = await sql`select exists (select from public.members) as has_members`;
    if (!hasMembers && env().DEMO === "0") {
      await loadPlaces({ databaseUrl, projectDir });
      return null;
    }
    if (!hasMembers) await loadDemo({ databaseUrl, projectDir, members: env().DEMO_MEMBERS, log });
    const known = await sql`select count(*)::int as count from auth.users where email = any (${demo.people.map(({ email }) => email)})`;
    return Number(known[0]?.count) > 0 ? demo : null;
  } finally {
    await sql.end();
  }
}
