import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join, resolve } from "node:path";

export const projectDir = resolve(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);
const benchDir = join(projectDir, ".data/bench");

/** The data folder with that many members, created once and kept: it takes minutes for 300,000. */
export function prepareData(members) {
  const dataDir = join(benchDir, String(members));
  if (existsSync(join(dataDir, "complete"))) return dataDir;
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(benchDir, { recursive: true, mode: 0o711 });
  run("node", ["scripts/demo.mjs", "--members", String(members), "--data", dataDir]);
  mkdirSync(join(dataDir, "complete"));
  return dataDir;
}

/** Which route files are replaced. Layouts stay, and so does the sign-in page, which the benchmark needs. */
const isPage = (file) => /^(_[a-z]+|api)\..+\.tsx?$/.test(file) && file !== "_site.sign-in.tsx";

/** Baseline B: a copy of the site whose pages render only the layout. Session, guards in front of Remix, header and footer stay. Returns its folder. */
function copyLayouts() {
  const folder = join(benchDir, "layout-alone");
  rmSync(folder, { recursive: true, force: true });
  for (const name of ["app", "remix.config.js", "vite.config.ts", "tsconfig.json", "package.json"]) cpSync(join(projectDir, name), join(folder, name), { recursive: true });
  for (const name of ["node_modules", "public", "supabase", "server", "scripts"]) symlinkSync(join(projectDir, name), join(folder, name));
  const routes = join(folder, "app/routes");
  for (const file of readdirSync(routes).filter(isPage)) writeFileSync(join(routes, file), "export default function Page() { return null; }\n");
  return folder;
}

/** Builds the site, and the copy with layouts only. Returns the folder of the copy. */
export function prepareSites() {
  const { install, build } = require("../../scripts/start.cjs");
  install();
  build();
  const folder = copyLayouts();
  run("node_modules/.bin/remix", ["vite:build", "--logLevel", "error"], folder);
  run("node", [join(projectDir, "scripts/build-server.mjs"), "--server-only"], folder);
  return folder;
}

function run(command, args, cwd = projectDir) {
  const { status } = spawnSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, NODE_ENV: "production" } });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed.`);
}

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** Starts a server and waits until its output says that it is ready; its log is written as usual, and thrown away. */
async function start(args, { cwd = projectDir, env = {}, isReady }) {
  const port = await freePort();
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, NODE_ENV: "production", PORT: String(port), ...env } });
  const ended = new Promise((done) => child.once("exit", done));
  await new Promise((done, fail) => {
    let said = "";
    child.stdout.on("data", (more) => {
      said = (said + more).slice(-2000);
      if (isReady(said)) done();
    });
    void ended.then(() => fail(new Error(`The server ended: ${said}`)));
  });
  return {
    pid: child.pid,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Starts the site in `folder`, the project or the copy with layouts only, with the data in `dataDir`. */
export function startSite(folder, dataDir) {
  const program = `import("${join(folder, "build/server.js")}").then((server) => server.main())`;
  return start(["--input-type=module", "--eval", program], { cwd: folder, env: { DATA_DIR: dataDir, DEMO: "0" }, isReady: (said) => said.includes("KazAlliance is at") });
}

export const startBareHttp = () => start([join(projectDir, "tests/bench/bare-http.mjs")], { isReady: (said) => said.includes("ready") });

/** The database owner's connection URL, valid while a site runs on that data folder. */
export function ownerUrl(dataDir) {
  const { port, ownerPassword } = JSON.parse(readFileSync(join(dataDir, "settings.json"), "utf8"));
  return `postgres://postgres:${encodeURIComponent(ownerPassword)}@127.0.0.1:${port}/app`;
}

const statOf = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
};
const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** CPU seconds that a process has used so far, without its children. */
export const cpuSeconds = (pid) => (Number(statOf(pid)[11]) + Number(statOf(pid)[12])) / ticksPerSecond;

/** Memory of a process and all its descendants in MB: the sum of their PSS, so that shared memory is counted once. */
export function pssOfTree(pid) {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const parents = new Map(all.flatMap((name) => (existsSync(`/proc/${name}/stat`) ? [[Number(name), Number(statOf(name)[1])]] : [])));
  const isBelow = (one) => one === pid || (parents.has(one) && parents.get(one) > 1 && isBelow(parents.get(one)));
  const bytes = [...parents.keys()].filter(isBelow).map((one) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, "utf8"))?.[1] ?? 0));
  return bytes.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024;
}
