import { join, resolve } from "node:path";

import { createAuthService, makeAuthTables } from "./auth-service";
import { lockDataFolder } from "./data-folder";
import { Databases } from "./databases";
import { createGateway } from "./gateway";
import { migrate } from "./migrate";
import { endOrphanOf, startPostgres, type PostgresServer } from "./postgres-server";
import { endPostgrestOrphansOf, startPostgrest } from "./postgrest";
import { prepareSettings, readSettings, type Settings } from "./settings";
import type { AuthMail, Backend, Log, StartOptions } from "./types";

/** A Supabase project on one database: what the app connects to, and how to stop it. */
type Service = {
  backend: Backend;
  databaseUrl: string;
  postgrestPid(): number | undefined;
  /** Whether PostgREST is serving data. */
  isServing(): Promise<boolean>;
  stop(): Promise<void>;
};

export type Cluster = {
  databases: Databases;
  postgresPid(): number | undefined;
  /** Creates the database with the auth service's tables and whatever else hosted Supabase has before the first migration. Returns its URL. */
  prepareDatabase(name: string): Promise<string>;
  openService(database: string, sendAuthMail?: SendAuthMail): Promise<Service>;
  stop(): Promise<void>;
};

export type Embedded = Service & { cluster: Cluster; isHealthy(): Promise<boolean> };

/** The URL of the embedded project; it exists only inside this process. */
const address = "http://supabase.embedded";
type SendAuthMail = (mail: AuthMail) => Promise<void>;
const noMail: SendAuthMail = async () => {};

/** Supabase without Docker: PostgreSQL and PostgREST as child processes, auth and storage in this one. Throws `StartError` with one clear sentence. */
export async function startEmbedded(options: StartOptions): Promise<Embedded> {
  const log = options.log ?? (() => {});
  const cluster = await startCluster(options);
  try {
    const databaseUrl = await cluster.prepareDatabase("app");
    await migrate(databaseUrl, join(options.projectDir, "supabase/migrations"), log);
    const service = await cluster.openService("app", options.sendAuthMail);
    await cluster.databases.run(databaseUrl, ["notify pgrst, 'reload schema'"]);
    return {
      ...service,
      cluster,
      isHealthy: async () => {
        const checks = await Promise.all([cluster.databases.isHealthy(), service.isServing()]);
        return checks.every(Boolean);
      },
      stop: async () => {
        await service.stop();
        await cluster.stop();
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** Starts only the cluster, for tests that create their own databases. */
export async function startCluster({
  dataDir: givenDataDir,
  projectDir,
  siteUrl,
  isDurable = true,
  log = () => {},
}: Omit<StartOptions, "sendAuthMail">): Promise<Cluster> {
  const dataDir = resolve(givenDataDir);
  const release = lockDataFolder(dataDir);
  let server: PostgresServer | undefined;
  try {
    endPostgrestOrphansOf(dataDir);
    await endOrphanOf(dataDir, log);
    const settings = await prepareSettings(dataDir);
    server = await startPostgres(dataDir, settings, isDurable, log);
    const databases = new Databases(settings, projectDir);
    await databases.prepareCluster();
    const { onReturn, stop: stopServer } = server;
    const parts = { databases, dataDir, siteUrl, settings, log, onReturn };
    return {
      ...clusterOf(parts),
      postgresPid: () => server?.pid(),
      stop: async () => {
        await databases.close();
        // Left over from a test worker that was killed before it could stop them.
        endPostgrestOrphansOf(dataDir);
        await stopServer();
        release();
      },
    };
  } catch (error) {
    await server?.stop();
    release();
    throw error;
  }
}

/** Connects to a cluster that another of our processes runs: test workers share one. Stopping it only closes our own connections. */
export async function attachCluster({
  dataDir,
  projectDir,
  siteUrl,
  log = () => {},
}: Omit<StartOptions, "sendAuthMail">): Promise<Cluster> {
  const settings = await readSettings(dataDir);
  const databases = new Databases(settings, projectDir);
  return {
    ...clusterOf({ databases, dataDir, siteUrl, settings, log, onReturn: () => () => {} }),
    postgresPid: () => undefined,
    stop: () => databases.close(),
  };
}

const clusterOf = (parts: Parts) => ({
  databases: parts.databases,
  prepareDatabase: (name: string) => prepareDatabase(name, parts),
  openService: (name: string, sendAuthMail: SendAuthMail = noMail) => openService(name, sendAuthMail, parts),
});

type Parts = { databases: Databases; dataDir: string; siteUrl: string; settings: Settings; log: Log; onReturn: PostgresServer["onReturn"] };

async function prepareDatabase(name: string, { databases, dataDir, siteUrl, settings }: Parts): Promise<string> {
  const url = await databases.create(name);
  await databases.prepare(url, "database.sql");
  await makeAuthTables({ url, dataDir, siteUrl, settings });
  await databases.prepare(url, "auth.sql");
  return url;
}

async function openService(name: string, sendAuthMail: SendAuthMail, parts: Parts): Promise<Service> {
  const { databases, dataDir, siteUrl, settings, log } = parts;
  const databaseUrl = databases.ownerUrl(name);
  const auth = await createAuthService({ url: databaseUrl, dataDir, siteUrl, settings, log });
  const rest = await startPostgrest({ databaseUrl: databases.authenticatorUrl(name), dataDir, name, settings, log });
  const unsubscribe = parts.onReturn(() => void rest.wake());
  const handle = createGateway({ auth, rest, settings, siteUrl, sendAuthMail, log });
  return {
    databaseUrl,
    postgrestPid: () => rest.pid(),
    isServing: () => rest.isServing(),
    backend: {
      url: address,
      publishableKey: settings.publishableKey,
      secretKey: settings.secretKey,
      fetch: (input, init) => handle(new Request(input, init)),
      embedded: true,
    },
    stop: async () => {
      unsubscribe();
      await rest.stop();
      await auth.close();
    },
  };
}
