import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";

import { afterEach, describe, expect, inject, test, vi } from "vitest";

import { freePort } from "../../server/embedded/settings";
import { sendRequest } from "../support/http-client";
import { publishEvent, signInMembers } from "../support/members";
import { isRunning } from "../support/processes";
import { spawnSite, copyData, makeFolder, openDatabase, removeData, waitUntilServing, startSite, type OwnSite, type Settings } from "../support/site";

const sites: OwnSite[] = [];
const own = async (...given: Parameters<typeof startSite>) => {
  const site = await startSite(...given);
  sites.push(site);
  return site;
};
afterEach(async () => {
  await Promise.all(sites.map((site) => site.stop()));
  for (const { dataDir } of sites.splice(0)) removeData(dataDir);
});

/** The child processes; null while there are none. */
function childrenOf(pid: number): number[] | null {
  const { stdout } = spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" });
  return stdout ? stdout.trim().split("\n").map(Number) : null;
}

describe("asked to end", () => {
  test("in the middle of the day, it answers whom it let in, leaves no process behind and ends in peace", async () => {
    const site = await own();
    const children = childrenOf(site.pid) ?? [];
    expect(children).toHaveLength(2);
    // Sign-ins, which are slow, and pages that are not stored.
    const wrong = { email: "nobody@student.example", password: "wrong-word-1" };
    const headers = { "content-type": "application/x-www-form-urlencoded", connection: "close" };
    const accepted = Array.from({ length: 120 }, (_, at) =>
      at % 2 ? sendRequest(site.url, "/kk/sign-in", { method: "POST", headers, body: new URLSearchParams({ ...wrong, email: `nobody-${at}@student.example` }).toString() }) : sendRequest(site.url, `/kk/events?q=${at}`, { headers: { connection: "close" } }),
    );
    // When the first response arrives, all have connected; many still wait to be accepted.
    await Promise.race(accepted);
    const ending = site.stop();
    const answers = await Promise.all(accepted);
    expect(answers.map(({ status }) => status).filter((status) => ![200, 422, 400, 401].includes(status))).toEqual([]);
    expect(answers.filter(({ text }) => !text.endsWith("<!--/$-->") && !text.includes("</html>"))).toEqual([]);
    expect(await ending).toEqual({ code: 0, signal: null });
    expect(children.filter(isRunning)).toEqual([]);
    expect(existsSync(join(site.dataDir, "server.json"))).toBe(false);
    await expect(sendRequest(site.url, "/healthz")).rejects.toThrow("ECONNREFUSED");
  });

  test("it waits for nobody who has connected and says nothing, or only half of what they want", async () => {
    const site = await own();
    const silent = [connect(site.port, "127.0.0.1"), connect(site.port, "127.0.0.1")];
    await Promise.all(silent.map((socket) => once(socket, "connect")));
    silent[1]?.write("GET /kk HTTP/1.1\r\nHost:");
    await new Promise((done) => setTimeout(done, 100));
    expect(await site.stop()).toEqual({ code: 0, signal: null });
    for (const socket of silent) socket.destroy();
  });

  test("while it starts, it leaves no process behind either", async () => {
    const site = spawnSite({ port: await freePort(), dataDir: await copyData(inject("prepared").dataDir) });
    sites.push(site);
    const children = await vi.waitUntil(() => childrenOf(site.pid), { timeout: 20_000 });
    expect(site.output()).not.toContain("KazAlliance is at");
    expect(await site.stop()).toEqual({ code: 0, signal: null });
    await vi.waitUntil(() => !children.some(isRunning), { timeout: 5000 });
  });
});

test("while it starts it says so: it lives, and is not ready", async () => {
  const site = spawnSite({ port: await freePort(), dataDir: await copyData(inject("prepared").dataDir) });
  sites.push(site);
  const alive = await vi.waitUntil(() => sendRequest(site.url, "/healthz").catch(() => null), { timeout: 20_000 });
  const early = await Promise.all(["/readyz", "/kk"].map((path) => sendRequest(site.url, path)));
  expect(alive).toMatchObject({ status: 200, text: "ok" });
  expect(early).toMatchObject([{ status: 503, headers: { "retry-after": "2", "x-content-type-options": "nosniff" } }, { status: 503, headers: { refresh: "2" } }]);
  await waitUntilServing(site);
  expect((await sendRequest(site.url, "/kk")).status).toBe(200);
});

describe("killed", () => {
  test("it starts again over its orphans, with every place it gave", async () => {
    const first = await own();
    const sql = openDatabase(first.dataDir);
    const [member] = await signInMembers(first, sql, 1);
    const event = await publishEvent(sql);
    expect((await member?.reader.post(`/kk/events/${event.slug}`, { intent: "register" }))?.to).toContain("notice=registered");
    await sql.end({ timeout: 1 });
    const orphans = childrenOf(first.pid) ?? [];
    expect(await first.stop("SIGKILL")).toEqual({ code: null, signal: "SIGKILL" });
    expect(orphans.filter(isRunning)).toEqual(orphans);

    const again = await own({}, first.dataDir);
    await vi.waitUntil(() => !orphans.some(isRunning));
    expect((await sendRequest(again.url, `/kk/events/${event.slug}`)).status).toBe(200);
    const after = openDatabase(again.dataDir);
    expect(await after`select state from registrations where event_id = ${event.id}`).toMatchObject([{ state: "registered" }]);
    await after.end({ timeout: 1 });
  });
});

/** The output of a server that cannot start: one sentence, and nothing else. */
async function refusal(place: { port?: number; dataDir: string }, settings: Settings = {}): Promise<string> {
  const site = spawnSite({ port: await freePort(), ...place }, settings);
  expect(await site.ended).toEqual({ code: 1, signal: null });
  return site.output().trim();
}

describe("a server that cannot start says why in one sentence", () => {
  test("a folder that another one uses; and that one lives on", async () => {
    const first = await own();
    expect(await refusal({ dataDir: first.dataDir })).toBe(`Another server (process ${first.pid}) uses the data folder ${first.dataDir}. Stop it, or choose another folder with DATA_DIR.`);
    expect((await sendRequest(first.url, "/readyz")).status).toBe(200);
  });

  test("a port that is taken, before it touches its folder", async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((done) => other.listen(port, "127.0.0.1", done));
    const dataDir = join(makeFolder(), "data");
    expect(await refusal({ port, dataDir })).toBe(`Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`);
    expect(existsSync(dataDir)).toBe(false);
    other.close();
    removeData(dataDir);
  });

  test("a folder that cannot be written to", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "file"), "");
    expect(await refusal({ dataDir: join(folder, "file") })).toMatch(/^The data folder .*\/file cannot be written to\. Choose another one with DATA_DIR\.$/);
    removeData(join(folder, "file"));
  });

  // Only when we are root does PostgreSQL run as another user; otherwise there is nothing to refuse.
  const isRoot = process.getuid?.() === 0;
  test("a folder which PostgreSQL's own user may not reach", async () => {
    if (!isRoot) return;
    const closed = makeFolder();
    chmodSync(closed, 0o700);
    mkdirSync(join(closed, "data"));
    expect(await refusal({ dataDir: join(closed, "data") })).toBe(
      `PostgreSQL does not run as root, and its own user may not enter ${closed}. Allow it (chmod o+x ${closed}), choose another folder with DATA_DIR, or start it as another user.`,
    );
    removeData(join(closed, "data"));
  });

  test("a setting that makes no sense", async () => {
    const dataDir = join(makeFolder(), "data");
    expect(await refusal({ dataDir }, { LOG_LEVEL: "loud" })).toMatch(/^These settings make no sense: LOG_LEVEL \(.*\)$/);
    removeData(dataDir);
  });

  test("a Node that is too old", () => {
    const program = "Object.defineProperty(process.versions, 'node', { value: '18.20.8' }); require('./scripts/start.cjs')";
    const { status, stderr } = spawnSync(process.execPath, ["-e", program], { encoding: "utf8" });
    expect([status, stderr.trim()]).toEqual([1, "Node 20.19 or newer is needed, this is 18.20.8. Get it from https://nodejs.org and start again."]);
    // An old Node parses the whole file before it can refuse: it must not contain any newer syntax.
    const code = readFileSync("scripts/start.cjs", "utf8").replace(/\/\/.*|\/\*[\s\S]*?\*\//g, "");
    expect(/=>|\b(let|const|async|await)\s|`|\?\./.exec(code)).toBe(null);
  });
});

test("of two that start at once on a new folder, one serves", async () => {
  const dataDir = await copyData(inject("prepared").dataDir);
  const both = [spawnSite({ port: await freePort(), dataDir }), spawnSite({ port: await freePort(), dataDir })];
  const outcomes = await Promise.allSettled(both.map(waitUntilServing));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await Promise.all(both.map((site) => site.stop()));
  removeData(dataDir);
});
