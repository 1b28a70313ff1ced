// `npm run bench [-- --rounds 3 --seconds 3]`: compares the cost of pages with 30,000 and with 300,000 members, against two baselines of the same run.
import { parseArgs } from "node:util";

import { load } from "./load.mjs";
import { enterMembers, findFacts, makeEvents, registering, signIn } from "./people.mjs";
import { print } from "./report.mjs";
import { cpuSeconds, prepareData, prepareSites, projectDir, pssOfTree, startBareHttp, startSite } from "./sites.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" }, seconds: { type: "string", default: "3" }, sizes: { type: "string", default: "30000,300000" } } });
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const sizes = values.sizes.split(",").map(Number);

const address = (name) => `${name}@demo.kazalliance.example`;
const roles = { member: address("aigerim"), leader: address("daniyar"), coordinator: address("saule") };
/** Surnames in Kazakh, Russian and Latin letters, the beginning of a given name, and a name nobody has. */
const searched = ["Ахметов", "Нургалиев", "Seitov", "Айг", "Zzyzx"];

/** The measurements: the page, who requests it, the baseline, and the target as a ratio to it. */
const pages = (facts) => [
  { name: "home", requests: ["/kk"], against: "H", aim: 0.25 },
  { name: "chapters", requests: ["/kk/chapters"], against: "H", aim: 0.25 },
  { name: "chapter", requests: ["/kk/chapters/london"], against: "H", aim: 0.25 },
  { name: "events", requests: ["/kk/events"], against: "H", aim: 0.25 },
  { name: "event", requests: [`/kk/events/${facts.event}`], against: "H", aim: 0.25 },
  { name: "map", requests: ["/kk/map"], against: "H", aim: 0.25 },
  { name: "members, 50 rows", requests: ["/kk/lead/london/members"], as: "leader", against: "B", aim: 0.6 },
  { name: "members, by name", requests: searched.map((name) => `/kk/lead/london/members?q=${encodeURIComponent(name)}`), as: "leader", against: "B", aim: 0.6 },
  { name: "my page", requests: ["/kk/me"], as: "member", against: "B", aim: 0.7 },
  { name: "profile", requests: ["/kk/settings/profile"], as: "member", against: "B", aim: 0.7 },
  { name: "figures", requests: ["/kk/figures"], as: "coordinator", against: "B", aim: 0.7 },
];

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const summary = (results) => ({ p50: median(results.map(({ p50 }) => p50)), p95: median(results.map(({ p95 }) => p95)), rate: median(results.map(({ rate }) => rate)) });

const running = [];

async function openSite(folder, dataDir) {
  const site = await startSite(folder, dataDir);
  running.push(site);
  const cookies = {};
  for (const [role, email] of Object.entries(roles)) cookies[role] = await signIn(site.url, email);
  return { ...site, dataDir, cookies, facts: await findFacts(dataDir) };
}

/** Measures baselines and pages in turn, so that all of them see the same load of the machine; the median of the rounds counts. */
async function measure(bareHttp, layouts, sites) {
  const results = new Map();
  const keep = (name, result) => results.set(name, [...(results.get(name) ?? []), result]);
  let cpu = { seconds: 0, count: 0 };
  for (let round = 0; round < rounds; round += 1) {
    keep("H", await load(bareHttp.url, { requests: ["/"], seconds }));
    const before = cpuSeconds(layouts.pid);
    const bare = await load(layouts.url, { requests: ["/kk/about"], seconds });
    cpu = { seconds: cpu.seconds + cpuSeconds(layouts.pid) - before, count: cpu.count + bare.count };
    keep("B", bare);
    for (const role of Object.keys(roles)) keep(`B ${role}`, await load(layouts.url, { requests: ["/kk/me"], cookie: layouts.cookies[role], seconds }));
    for (const [place, { as }] of pages(layouts.facts).entries()) {
      for (const [size, site] of sites) {
        const page = pages(site.facts)[place];
        keep(`${page.name} ${size}`, await load(site.url, { requests: page.requests, cookie: site.cookies[as], seconds }));
      }
    }
    console.error(`round ${round + 1} of ${rounds}`);
  }
  return { results: new Map([...results].map(([name, list]) => [name, summary(list)])), cpuOfLayout: (cpu.seconds / cpu.count) * 1000 };
}

/** Ten clients with a few members each; each member registers once for each event. Every response must be a redirect, and every row must exist afterwards. */
async function measureRegistering(site, callers = 10, membersEach = 5, events = 30) {
  const cookies = await enterMembers(site.url, site.dataDir, callers * membersEach);
  const slugs = await makeEvents(site.dataDir, events);
  const before = (await findFacts(site.dataDir)).registered;
  const own = (caller) => cookies.slice(caller * membersEach, (caller + 1) * membersEach);
  const posts = (caller) => own(caller).flatMap((cookie) => slugs.map((slug) => registering(slug, { cookie, origin: site.url })));
  const amount = cookies.length * slugs.length;
  const result = await load(site.url, { requests: posts, amount, expected: 302 });
  const made = (await findFacts(site.dataDir)).registered - before;
  if (made !== amount) throw new Error(`${amount} people were told that they are registered, ${made} rows are there.`);
  return result;
}

try {
  console.error("Preparing the sites and the data …");
  const layoutFolder = prepareSites();
  const folders = sizes.map((size) => [size, prepareData(size)]);
  const bareHttp = await startBareHttp();
  running.push(bareHttp);
  const layouts = await openSite(layoutFolder, prepareData(1000));
  const sites = new Map();
  for (const [size, folder] of folders) {
    sites.set(size, await openSite(projectDir, folder));
  }
  const { results, cpuOfLayout } = await measure(bareHttp, layouts, sites);
  const registered = new Map();
  for (const [size, site] of sites) registered.set(size, await measureRegistering(site));
  const memory = new Map([...sites].map(([size, site]) => [size, pssOfTree(site.pid)]));
  print({ sizes, pages: pages(layouts.facts), roles, results, cpuOfLayout, registered, memory });
} finally {
  await Promise.all(running.map((one) => one.stop()));
}
