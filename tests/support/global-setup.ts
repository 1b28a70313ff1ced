import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import postgres from "postgres";
import type { TestProject } from "vitest/node";

import { startCluster, type Cluster } from "../../server/embedded/index";
import { migrate } from "../../server/embedded/migrate";
import { fill } from "../database/fixture";

const projectDir = process.cwd();

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the cluster's settings are: each worker opens its own connections with them. */
    cluster: { dataDir: string };
  }
}

type Shared = { users: number; ready: Promise<{ cluster: Cluster; dataDir: string }> };
/** Vitest loads this file once per project, in one process: what the projects share has to be stored outside the module. */
const store = globalThis as { testCluster?: Shared };

/** Starts one cluster for the whole run, with a template database for each kind of schema. Workers copy the templates. */
export default async function setup(project: TestProject) {
  const shared = (store.testCluster ??= { users: 0, ready: open() });
  shared.users += 1;
  const { cluster, dataDir } = await shared.ready;
  project.provide("cluster", { dataDir });
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    store.testCluster = undefined;
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function open() {
  const dataDir = mkdtempSync(join(tmpdir(), "kazalliance-tests-"));
  // PostgreSQL may run as another user, which has to get through.
  chmodSync(dataDir, 0o711);
  const cluster = await startCluster({ dataDir, projectDir, siteUrl: "http://127.0.0.1:3000", isDurable: false });
  await buildTemplates(cluster);
  return { cluster, dataDir };
}

async function buildTemplates(cluster: Cluster): Promise<void> {
  await cluster.prepareDatabase("template_empty");
  const migrations = await cluster.databases.create("template_migrations", "template_empty");
  await migrate(migrations, join(projectDir, "supabase/migrations"));
  await fillTemplate(await cluster.databases.create("template_fixture", "template_migrations"));
  const schemas = await cluster.databases.create("template_schemas", "template_empty");
  const folder = join(projectDir, "supabase/schemas");
  const files = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"));
  await cluster.databases.run(schemas, files);
}

async function fillTemplate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await fill(sql).finally(() => sql.end());
}
