import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { connectBackend } from "~/core/supabase/backend.server";
import { radiusOf } from "~/features/map/rules";
import type { Drawing, MapRow, MapView } from "~/features/map/map-view";
import * as about from "~/routes/_site.about";
import * as home from "~/routes/_site._index";
import * as map from "~/routes/_site.map";
import * as robots from "~/routes/api.robots[.]txt";
import * as sitemap from "~/routes/api.sitemap[.]xml";

import { events } from "../database/fixture";
import { submitSignIn, makeAccount } from "../support/accounts";
import { Browser } from "../support/browser";
import { freshBackend, type TestBackend } from "../support/database";

let backend: TestBackend;
beforeAll(async () => {
  backend = await freshBackend("fixture");
  connectBackend(backend.backend);
  const { sql } = backend;
  await sql`update countries set region = case iso2 when 'GB' then 'Europe' else 'Asia' end, name = name || jsonb_build_object('ru', name ->> 'kk', 'en', iso2)`;
  await sql`insert into cities (id, country_iso2, name, lat, lon, zone) values
    ('gb-bath', 'GB', '{"kk": "Бат", "en": "Bath"}', 51.4, -2.4, 'Europe/London'), ('gb-unal', 'GB', '{"kk": "Ұнал"}', 52.1, -1.4, 'Europe/London'),
    ('gb-acton', 'GB', '{"kk": "Әктон"}', 52.3, -1.1, 'Europe/London'), ('gb-york', 'GB', '{"kk": "Йорк"}', 53.9, -1.1, 'Europe/London')`;
  for (const [scope, members] of [["gb-london", 1237], ["gb-manchester", 7], ["cz-prague", 11], ["GB", 1244], ["world", 1258]] as const) {
    await sql`update figures set at_start = ${members} - at_end + at_start, at_end = ${members} where scope_id = ${scope} and dimension = 'all'`;
  }
});
afterAll(() => backend.drop());

let visitor: Browser;
beforeEach(() => void (visitor = new Browser()));

type Home = { counts: { members: number | null; countries: number; cities: number }; world: Drawing; events: { slug: string }[]; head: { title?: string }[] };
type Map = { shown: MapView; asOf: string };
const openHome = async (path = "/kk") => (await visitor.get(home.loader, path)).data as Home;
const openMap = async (search = "", locale = "kk") => ((await visitor.get(map.loader, `/${locale}/map${search}`)).data as Map).shown;
const names = (rows: MapRow[]) => rows.map(({ name }) => name);

/** All member counts whose exact number is not what is published. */
const secrets = async () => {
  const rows = await backend.sql<{ scope_id: string; exact: number; published: number | null }[]>`
    select scope_id, at_end as exact, publishable(at_end) as published from figures where dimension = 'all'`;
  return rows.filter(({ exact, published }) => exact !== published);
};
/** All values under a key, at any depth. */
const valuesOf = (data: unknown, name: string): unknown[] =>
  data && typeof data === "object" ? Object.entries(data).flatMap(([key, value]) => [...(key === name ? [value] : []), ...valuesOf(value, name)]) : [];

describe("numbers of members", () => {
  test.each([
    ["the home page", () => openHome()],
    ["the map by city", () => openMap()],
    ["the map by country", () => openMap("?by=country")],
    ["the map of one country", () => openMap("?country=GB&sort=members")],
  ])("on %s are published ones: never exact, never ten or fewer", async (_page, open) => {
    const data = await open();
    const hidden = await secrets();
    expect(hidden.map(({ exact }) => exact)).toEqual(expect.arrayContaining([1237, 7, 11, 1244, 1258]));
    const members = valuesOf(data, "members");
    expect(members.length).toBeGreaterThan(0);
    for (const number of members) expect(number === null || (Number(number) >= 10 && Number(number) % 5 === 0)).toBe(true);
    const sent = JSON.stringify(data);
    for (const exact of [1237, 1244, 1258]) expect(sent).not.toContain(String(exact));
  });

  test("say what the rule makes of each city and country", async () => {
    const byCity = new Map((await openMap()).rows.map(({ id, members }) => [id, members]));
    expect(byCity.get("gb-london")).toBe(1235);
    expect(byCity.get("gb-manchester")).toBeNull();
    expect(byCity.get("gb-york")).toBeNull();
    expect(byCity.get("cz-prague")).toBe(10);
    expect((await openMap("?by=country")).rows.find(({ id }) => id === "GB")?.members).toBe(1245);
    expect((await openHome()).counts).toEqual({ members: 1260, countries: 2, cities: 7 });
  });

  test("cannot be read from the size of a dot: a city of seven looks like one where nobody is", async () => {
    const { dots } = (await openMap()).drawing;
    const radii = dots.map(({ r }) => r).sort((a, b) => a - b);
    expect(radii).toEqual([...Array<number>(6).fill(radiusOf(null)), radiusOf(1235)]);
  });

  test("are not what small groups are sorted by", async () => {
    await backend.sql`update figures set at_start = at_start + 2, at_end = at_end + 2 where scope_id = 'gb-manchester' and dimension = 'all'`;
    const order = names((await openMap("?country=GB")).rows);
    expect(order).toEqual(["Лондон", "Әктон", "Бат", "Йорк", "Манчестер", "Ұнал"]);
  });
});

describe("the map", () => {
  test("is the same for a stranger and says when it was true", async () => {
    const answer = await visitor.get(map.loader, "/kk/map");
    expect(answer.headers.get("X-Page-Tags")).toBe("figures chapters places");
    expect(Date.parse((answer.data as Map).asOf)).toBeGreaterThan(0);
  });

  test("sorts names by the Kazakh alphabet", async () => {
    const { rows } = await openMap("?sort=name");
    expect(names(rows)).toEqual(["Әктон", "Бат", "Йорк", "Лондон", "Манчестер", "Прага", "Ұнал"]);
    expect(names((await openMap("?sort=-name")).rows)).toEqual(names(rows).reverse());
  });

  test("leads from each row to the chapter of the place, or to the chapters there", async () => {
    const { rows } = await openMap("?sort=name");
    const to = Object.fromEntries(rows.map((row) => [row.id, row.to]));
    expect(to["gb-london"]).toBe("/kk/chapters/london");
    expect(to["gb-bath"]).toBe(`/kk/chapters?${new URLSearchParams({ q: "Бат", country: "GB" })}`);
    expect((await openMap("?by=country", "en")).rows.map((row) => row.to)).toEqual(["/en/chapters/united-kingdom", "/en/chapters/czechia"]);
  });

  test("draws what its table lists", async () => {
    const chosen = await openMap("?country=CZ");
    expect(names(chosen.rows)).toEqual(["Прага"]);
    expect(chosen.drawing.dots).toHaveLength(1);
    expect(chosen.drawing.frame.unit).toBeLessThan(1);
    const shaded = await openMap("?by=country&region=europe");
    expect(shaded.drawing).toMatchObject({ steps: { GB: 4 }, dots: [] });
    expect(names(shaded.rows)).toEqual(["Ұлыбритания"]);
  });

  test("leaves a country of another region behind", async () => {
    expect((await openMap("?region=asia&country=GB")).rows.map(({ id }) => id)).toEqual(["cz-prague"]);
  });

  test("keeps its address tidy and passes over what it does not understand", async () => {
    expect((await visitor.get(map.loader, "/kk/map?region=&country=&page=1")).to).toBe("/kk/map");
    expect((await openMap("?region=atlantis&country=xx&sort=size")).total).toBe(7);
    expect((await visitor.get(map.loader, "/kk/map?page=2")).status).toBe(404);
  });

  test("names a place in a language it has, and says which", async () => {
    expect((await openMap("?country=GB", "en")).rows.find(({ id }) => id === "gb-unal")).toMatchObject({ name: "Ұнал", lang: "kk" });
  });
});

describe("the home page", () => {
  test("shows the next events that everybody may see, and is made anew when one of them changes", async () => {
    const answer = await visitor.get(home.loader, "/kk");
    const { events: shown, head } = answer.data as Home;
    expect(shown.map(({ slug }) => slug)).toEqual(["open"]);
    expect(answer.headers.get("X-Page-Tags")?.split(" ")).toEqual(["figures", "chapters", "places", "events", `event:${events.open}`]);
    const until = Date.parse(answer.headers.get("X-Page-Until") ?? "");
    expect(until).toBeGreaterThan(Date.now());
    expect(until).toBeLessThanOrEqual(Date.parse("2030-03-01T18:00Z"));
    expect(head.length).toBeGreaterThan(5);
  });

  test("has its preview in its language", async () => {
    for (const locale of ["kk", "ru", "en"]) {
      const { head } = (await visitor.get(home.loader, `/${locale}`)).data as { head: Record<string, string>[] };
      expect(head.find(({ property }) => property === "og:image")?.content).toMatch(new RegExp(`/og/${locale}\\.png$`));
      expect(head.find(({ property }) => property === "og:url")?.content).toMatch(new RegExp(`/${locale}$`));
    }
  });
});

test("the page about us may be stored", async () => {
  const answer = await visitor.get(about.loader, "/ru/about");
  expect([answer.status, answer.headers.get("X-Page-Tags")]).toEqual([200, "places"]);
});

describe("for search engines", () => {
  const pages = import.meta.glob<{ loader?: Parameters<Browser["get"]>[0] }>("../../app/routes/_site.*.tsx");
  /** Finds the route file for a path, and its slug: "_site.events.$slug.tsx" for "/events/open". */
  const routeOf = (path: string) => {
    for (const [file, load] of Object.entries(pages)) {
      const parts = file.replace(/^.*_site\./, "").replace(/\.tsx$/, "").split(".").filter((part) => part !== "_index");
      const asked = path.split("/").slice(2);
      if (parts.length === asked.length && parts.every((part, at) => part === asked[at] || part === "$slug")) return { load, params: { slug: asked.at(-1) ?? "" } };
    }
    return null;
  };

  test("every address of the list is a page that answers", async () => {
    const answer = await visitor.get(sitemap.loader, "/sitemap.xml");
    expect(answer.headers.get("Content-Type")).toBe("application/xml; charset=utf-8");
    expect(answer.headers.get("X-Page-Tags")).toBe("chapters events");
    const xml = String(answer.data);
    const paths = [...xml.matchAll(/<loc>http:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path = ""]) => path);
    expect(paths).toEqual(expect.arrayContaining(["/kk", "/ru/map", "/en/about", "/kk/chapters/london", "/en/events/open"]));
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths.filter((each) => each.startsWith("/kk"))) {
      const route = routeOf(path);
      expect([path, route !== null]).toEqual([path, true]);
      const { loader } = (await route?.load()) ?? {};
      expect([path, loader ? (await visitor.get(loader, path, { params: route?.params })).status : 200]).toEqual([path, 200]);
    }
  });

  test("the list names no event that is a draft, for members alone, or called off, and no closed chapter", async () => {
    const before = String((await visitor.get(sitemap.loader, "/sitemap.xml")).data);
    for (const slug of ["draft", "members", "chapter", "manchester"]) expect(before).not.toContain(`/events/${slug}<`);
    await backend.sql`update events set state = 'cancelled', cancel_reason = 'Бөлме жоқ' where slug = 'open'`;
    await backend.sql`update chapters set state = 'closed' where slug = 'kings'`;
    const after = String((await visitor.get(sitemap.loader, "/sitemap.xml")).data);
    expect(after).not.toContain("/events/open<");
    expect(after).not.toContain("/chapters/kings<");
    expect(after).toContain("/chapters/london<");
    expect((await visitor.get(sitemap.loader, "/sitemap.xml?page=2")).status).toBe(404);
    expect((await visitor.get(sitemap.loader, "/sitemap.xml?page=999999")).status).toBe(404);
  });

  test("robots are told where the list lies", async () => {
    expect((await visitor.get(robots.loader, "/robots.txt")).data).toMatch(/^Sitemap: http:\/\/.*\/sitemap\.xml$/m);
  });
});

test("an address that is written in another way names the one by which everybody knows the page", async () => {
  const canonical = async (path: string) => {
    const { data } = await visitor.get(map.loader, path);
    return (data as { head: { rel?: string; href?: string }[] }).head.filter(({ rel }) => rel === "canonical" || rel === "alternate").map(({ href }) => new URL(href ?? "").pathname);
  };
  for (const path of ["/kk/map", "/kk/map/", "/kk/Map", "/kk/map.data"]) expect(await canonical(path)).toEqual(["/kk/map", "/kk/map", "/ru/map", "/en/map", "/kk/map"]);
});

test("the home page greets nobody whose session was ended elsewhere as if they were signed in", async () => {
  const { id, email } = await makeAccount(backend);
  await submitSignIn(visitor, email);
  const isSignedIn = async () => ((await visitor.get(home.loader, "/kk")).data as { isSignedIn: boolean }).isSignedIn;
  expect(await isSignedIn()).toBe(true);
  await backend.sql`delete from auth.sessions where user_id = ${id}`;
  expect(await isSignedIn()).toBe(false);
});
