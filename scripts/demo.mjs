// `npm run demo -- --members 300000 [--events 3000] [--data .data]`: loads the demo into an empty data folder, or into DATABASE_URL.
// `npm run demo -- --places`: loads only the real countries, cities, universities and regions, which a project without the demo needs too.
import { resolve } from "node:path";
import { parseArgs } from "node:util";

import postgres from "postgres";

import { importSources } from "./import-sources.mjs";

const projectDir = resolve(import.meta.dirname, "..");

function readOptions() {
  const { values } = parseArgs({ options: { members: { type: "string", default: "30000" }, events: { type: "string", default: "3000" }, data: { type: "string" }, places: { type: "boolean", default: false } } });
  const number = (name, least) => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value >= least) return value;
    throw new Error(`--${name} wants a whole number from ${least} on, not “${values[name]}”.`);
  };
  return { placesAlone: values.places, members: number("members", 500), events: number("events", 20), dataDir: resolve(projectDir, values.data ?? process.env.DATA_DIR ?? ".data") };
}

async function hasMembers(databaseUrl) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql`select exists (select from public.members) as found`;
    return row.found;
  } finally {
    await sql.end();
  }
}

async function main() {
  const { placesAlone, members, events, dataDir } = readOptions();
  const { startEmbedded, loadDemo, loadPlaces, demo } = await importSources("server/embedded/index.ts", "supabase/seed/load-demo.ts");
  const given = process.env.DATABASE_URL;
  const log = (message) => console.log(message);
  const embedded = given ? null : await startEmbedded({ dataDir, projectDir, siteUrl: process.env.SITE_URL ?? "http://127.0.0.1:3000", sendAuthMail: async () => {}, log });
  try {
    const databaseUrl = given ?? embedded.databaseUrl;
    if (placesAlone) {
      console.log((await loadPlaces({ databaseUrl, projectDir })) ? "The places are loaded." : "There are places already: nothing was changed.");
      return;
    }
    const where = given ? "The database of DATABASE_URL" : `The folder ${dataDir}`;
    if (await hasMembers(databaseUrl)) throw new Error(`${where} has members already. The demo goes into an empty one: choose another, for example --data /tmp/kazalliance-demo`);
    await loadDemo({ databaseUrl, projectDir, members, events, log });
    console.log(`Done. Sign in as ${demo.people.map(({ email }) => email).join(", ")}; the password is ${demo.password}`);
    if (!given) console.log(`Start the site with it: DATA_DIR="${dataDir}" npm start`);
  } finally {
    await embedded?.stop();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
