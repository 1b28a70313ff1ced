import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Site = { url: string; folder: string; stop(): Promise<void> };

const patience = 120_000;

const findFreePort = () =>
  new Promise<number>((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });

/** Starts the production server with a small demo in a temporary folder. Stopping it throws if it logged any errors or did not exit with 0. */
export async function startSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "kazalliance-journeys-"));
  // PostgreSQL may run as another user, which has to get through.
  chmodSync(folder, 0o711);
  const port = await findFreePort();
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ["scripts/start.cjs"], {
    env: { NODE_ENV: "production", PATH, HOME, TZ: "UTC", PORT: String(port), DATA_DIR: join(folder, "data"), DEMO_MEMBERS: "1500", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "pipe"],
    // So that Ctrl+C in the terminal only reaches the test runner, which stops the server after the last test.
    detached: true,
  });
  let words = "";
  const ended = new Promise<number | null>((done) => child.once("close", done));
  const ready = new Promise<void>((done) => {
    const hear = (more: Buffer) => {
      words += String(more);
      if (words.includes("KazAlliance is at")) done();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const code = await ended;
    rmSync(folder, { recursive: true, force: true });
    const complaints = words.split("\n").filter((line) => line.startsWith("{"));
    if (complaints.length > 0) throw new Error(`The server complained:\n${complaints.join("\n")}`);
    if (code !== 0) throw new Error(`The server ended with ${code}:\n${words}`);
  };
  const tooLate = new Promise<number>((done) => setTimeout(done, patience, -1).unref());
  const early = await Promise.race([ready, ended, tooLate]);
  if (early !== undefined) {
    await stop().catch(() => {});
    throw new Error(`The site did not start:\n${words}`);
  }
  return { url: `http://127.0.0.1:${port}`, folder, stop };
}
