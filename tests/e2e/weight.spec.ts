import type { Request } from "@playwright/test";

import { awaken } from "./support/alive";
import { expect, test } from "./support/test";
import { visits } from "./visits";

/** The most that a page for visitors may transfer, compressed, in KiB: its scripts, and everything together. */
const most = { scripts: 120, all: 250 };
const pages = ["_site._index", "_site.about", "_site.chapters._index", "_site.chapters.$slug", "_site.events._index", "_site.events.$slug", "_site.join._index", "_site.map", "_site.sign-in"];

async function weigh(requests: Request[]): Promise<{ scripts: number; all: number }> {
  const weights = await Promise.all(requests.map(async (request) => ({ type: request.resourceType(), bytes: (await request.sizes()).responseBodySize })));
  const sum = (counted: typeof weights) => Math.round(counted.reduce((total, { bytes }) => total + bytes, 0) / 1024);
  return { scripts: sum(weights.filter(({ type }) => type === "script")), all: sum(weights) };
}

for (const route of pages) {
  test(`${route}: light enough for a phone far from a mast`, async ({ visitor }) => {
    const { path = "" } = visits.find((visit) => visit.route === route && visit.as === "visitor") ?? {};
    const page = await visitor({ viewport: { width: 390, height: 844 } });
    const address = typeof path === "string" ? path : await path(page);
    const finished: Request[] = [];
    page.on("requestfinished", (request) => finished.push(request));
    await page.goto(`/kk${address}`, { waitUntil: "networkidle" });
    await awaken(page);
    const { scripts, all } = await weigh(finished);
    expect(scripts, "scripts were counted").toBeGreaterThan(20);
    expect(scripts, "KiB of scripts").toBeLessThanOrEqual(most.scripts);
    expect(all, "KiB in all").toBeLessThanOrEqual(most.all);
  });
}
