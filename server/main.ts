import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { env } from "../app/core/env.server";
import { createApp, type Site } from "./app";
import type { AppModule } from "./app-module";
import { createBranchHandler } from "./route-branches";
import { explainErrors, type AppBuild } from "./explain-errors";
import { StartError, type AuthMail } from "./embedded/types";
import { JobRunner } from "./job-runner";
import { createLog } from "./log";
import { PageStore } from "./page-store";
import { PageWatch } from "./page-watch";
import { securityHeaders } from "./security-headers";
import { stopGracefully } from "./shutdown";
import { respondWhileStarting } from "./startup-responses";
import { routeWords } from "./logged-path";
import { printWelcome } from "./welcome";

const projectDir = process.cwd();

/** Starts everything in order, and stops it in the opposite order. Throws one clear sentence when it cannot start. */
export async function main({ isDevelopment = false } = {}): Promise<void> {
  const settings = env();
  const log = createLog(settings.LOG_LEVEL);
  // Connections are kept alive longer than proxies keep theirs: if we closed first, a request just sent on one would be lost.
  const server = createServer({ keepAliveTimeout: 75_000, headersTimeout: 20_000, requestTimeout: 60_000, maxHeaderSize: 32 * 1024 });
  const starting = respondWhileStarting(securityHeaders(settings.SITE_URL.startsWith("https:")));
  server.on("request", starting);
  await claimPort(server, settings.HOST, settings.PORT);
  const stops: (() => Promise<void> | void)[] = [];
  stopGracefully(server, stops, log);

  // The backend sends sign-in letters through the app, but has to exist before the app does.
  const loaded: { app?: AppModule } = {};
  const sendAuthMail = async (mail: AuthMail) => loaded.app?.sendAuthMail(mail);
  const embedded = settings.SUPABASE_URL ? null : await startBackend(settings.DATA_DIR, settings.SITE_URL, sendAuthMail);
  if (embedded) stops.push(embedded.stop);
  const site = isDevelopment ? await developmentSite(server) : await builtSite();
  const { app } = site;
  loaded.app = app;
  if (embedded) app.connectBackend(embedded.backend);

  const store = new PageStore();
  const watch = new PageWatch(app, store);
  const jobs = new JobRunner(app.jobs, log);
  const { SITE_URL: siteUrl, TRUST_PROXY: trustProxy } = settings;
  server.off("request", starting).on("request", createApp({ ...site, store, watch, log, siteUrl, trustProxy }));
  watch.start();
  jobs.start();
  stops.push(() => jobs.stop(), () => watch.stop());
  printWelcome({ siteUrl: settings.SITE_URL, demo: embedded?.demo ?? null, hasMailbox: embedded !== null && !settings.SMTP_URL });
}

async function builtSite(): Promise<Site> {
  const built = (await import(pathToFileURL(join(projectDir, "build/server/index.js")).href)) as AppBuild;
  return {
    app: built.entry.module,
    render: createBranchHandler(explainErrors(built)),
    clientFolder: join(projectDir, "build/client"),
    words: routeWords(built.routes),
  };
}

async function developmentSite(server: Server): Promise<Site> {
  const { openDevelopment } = await import("./development");
  return openDevelopment(server, projectDir);
}

/** Done first, so that a port that is taken is reported before anything else is started. */
function claimPort(server: Server, host: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const sentences: Record<string, string> = {
        EADDRINUSE: `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
        EACCES: `Port ${port} is not open to this user. Choose one above 1024: PORT=3000 npm start`,
      };
      fail(new StartError(sentences[error.code ?? ""] ?? error.message));
    });
    server.listen(port, host, done);
  });
}

async function startBackend(dataDir: string, siteUrl: string, sendAuthMail: (mail: AuthMail) => Promise<void>) {
  const { startEmbedded } = await import("./embedded/index");
  const { loadDemoIfEmpty } = await import("./demo");
  const tell = (message: string, more?: Record<string, unknown>) => console.log(more ? `${message} ${JSON.stringify(more)}` : message);
  const embedded = await startEmbedded({ dataDir, projectDir, siteUrl, sendAuthMail, log: tell });
  const demo = await loadDemoIfEmpty(embedded.databaseUrl, projectDir, (message) => console.log(message));
  return { ...embedded, demo };
}
