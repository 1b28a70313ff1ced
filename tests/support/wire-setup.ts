import { spawnSync } from "node:child_process";
import { join } from "node:path";

import type { TestProject } from "vitest/node";

import { startEmbedded } from "../../server/embedded/index";
import { loadDemo } from "../../supabase/seed/load-demo";
import { freePort } from "../../server/embedded/settings";
import { brokenInvariants } from "./invariants";
import { spawnSite, copyData, makeFolder, openDatabase, removeData, waitUntilServing } from "./site";

const projectDir = process.cwd();

/** The shared server's webhook secret. */
export const hookSecret = `v1,whsec_${Buffer.from("a key of more than sixteen bytes").toString("base64")}`;

/** Builds the site unless the build is up to date, fills a data folder, of which each server gets a copy, and starts the shared server. */
export default async function setup(project: TestProject) {
  const built = spawnSync(process.execPath, ["-e", "require('./scripts/start.cjs').build()"], {
    cwd: projectDir,
    env: { ...process.env, NODE_ENV: "production" },
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`The site could not be built:\n${built.stdout}${built.stderr}`);

  const dataDir = join(makeFolder(), "data");
  const embedded = await startEmbedded({ dataDir, projectDir, siteUrl: "http://127.0.0.1:3000", sendAuthMail: async () => {}, isDurable: false });
  await loadDemo({ databaseUrl: embedded.databaseUrl, projectDir, members: 600, events: 60, log: () => {} });
  await embedded.stop();
  project.provide("prepared", { dataDir });
  const place = { port: await freePort(), dataDir: await copyData(dataDir) };
  const shared = await waitUntilServing(spawnSite(place, { SEND_EMAIL_HOOK_SECRET: hookSecret }));
  project.provide("shared", place);
  return async () => {
    const sql = openDatabase(place.dataDir);
    const broken = await brokenInvariants(sql).finally(() => sql.end({ timeout: 1 }));
    await shared.stop();
    for (const made of [place.dataDir, dataDir]) removeData(made);
    if (broken.length > 0) throw new Error(`After all that was asked of it the shared database does not hold: ${JSON.stringify(broken)}`);
  };
}
