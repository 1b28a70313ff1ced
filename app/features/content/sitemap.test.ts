import { expect, test } from "vitest";

import { robotsFile } from "./robots";
import { pathsPerFile, sitemapFile, sitemapIndex } from "./sitemap";

const site = "https://kazalliance.example";
const locs = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);

test("every path is listed in every language, each with all its languages and the default one", () => {
  const xml = sitemapFile(site, ["/", "/chapters/london"]);
  expect(locs(xml)).toEqual(["/kk", "/ru", "/en", "/kk/chapters/london", "/ru/chapters/london", "/en/chapters/london"].map((path) => site + path));
  for (const [url = ""] of xml.matchAll(/<url>.*<\/url>/g)) {
    expect([...url.matchAll(/hreflang="([^"]+)"/g)].map(([, language]) => language)).toEqual(["kk", "ru", "en", "x-default"]);
  }
  expect(xml).toContain(`hreflang="x-default" href="${site}/kk/chapters/london"`);
});

test("an address with signs of XML stays an address", () => expect(sitemapFile(site, ["/events/a&b"])).toContain("/kk/events/a&amp;b"));

test("a file of as many paths as it may hold stays within the limits of search engines", () => {
  const slug = "a".repeat(80);
  const xml = sitemapFile("https://a-rather-long-name.kazalliance.example", Array<string>(pathsPerFile).fill(`/chapters/${slug}`));
  expect(locs(xml).length).toBeLessThanOrEqual(50_000);
  expect(Buffer.byteLength(xml)).toBeLessThan(50 * 1024 * 1024);
});

test("more than one file has a list of files", () =>
  expect(locs(sitemapIndex(site, 3))).toEqual([1, 2, 3].map((page) => `${site}/sitemap.xml?page=${page}`)));

test("robots are kept from personal pages in every language, from nothing else, and told where the list lies", () => {
  const lines = robotsFile(site).split("\n");
  expect(lines).toContain(`Sitemap: ${site}/sitemap.xml`);
  for (const path of ["/kk/me", "/ru/lead", "/en/settings", "/kk/figures"]) expect(lines).toContain(`Disallow: ${path}`);
  const closed = lines.flatMap((line) => (line.startsWith("Disallow: ") ? [line.slice("Disallow: ".length)] : []));
  for (const path of ["/kk", "/kk/map", "/kk/chapters/london", "/kk/events/open", "/kk/join"]) expect(closed.filter((start) => path.startsWith(start))).toEqual([]);
});
