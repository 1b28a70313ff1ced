import { readdirSync, readFileSync } from "node:fs";

import { awaken } from "./support/alive";
import { faultsOfSummary } from "./support/error-summary";
import { barriers, brokenTexts, foreignness, foreignTexts, lights, overflow } from "./support/look";
import { expect, test } from "./support/test";
import { languages } from "./support/words";
import { isUnknown, visits } from "./visits";

/**
 * Each visit hydrates the page and checks it for accessibility in one language, at one width, in the light or dark theme, and the next visit in the next; in
 * the other two languages it checks the page as delivered. Before a release, `EVERY_LOOK=1` checks all combinations.
 */
const lookEverywhere = process.env.EVERY_LOOK === "1";
/** Files of app/routes that render a page; layouts have no address of their own. */
const pages = readdirSync("app/routes")
  .filter((file) => file.endsWith(".tsx") && file.split(".").length > 2)
  .filter((file) => readFileSync(`app/routes/${file}`, "utf8").includes("export default"))
  .map((file) => file.replace(/\.tsx$/, ""));

test("every page is visited, and no visit leads nowhere", () => {
  const visited = new Set(visits.map(({ route }) => route));
  expect(pages.filter((page) => !visited.has(page))).toEqual([]);
  expect([...visited].filter((route) => !pages.includes(route))).toEqual([]);
});

test("there are forms that are sent empty", () => expect(visits.filter(({ state }) => state === "with errors").length).toBeGreaterThanOrEqual(5));

test("the eye for foreign words sees them, and lets Kazakh be", () => {
  const foreign = ["Look for your chapter", "Найдите, что вам нужно", "Sign in", "events:page.title", "join.study.title", "Сәлем, {{name}}"];
  expect(foreign.filter((text) => foreignness(text) === null)).toEqual([]);
  const kazakh = ["Іс-шараға тіркелу", "ҚазАльянс", "University of Manchester, Вашингтон", "Сіз тіркелдіңіз"];
  expect(kazakh.map(foreignness).filter(Boolean)).toEqual([]);
});

for (const [at, { route, state, as, path, status = 200, prepare }] of visits.entries()) {
  test(`${route}${state ? `, ${state}` : ""}: for every eye, in every language, at any width, by day and by night`, async ({ visitor, familiar }) => {
    const isNew = as === "somebody new";
    const alive = isNew ? { page: await visitor(), complaints: [] } : await familiar(as);
    const asItArrives = isNew ? alive : await familiar(as, false);
    const address = typeof path === "string" ? path : await path(alive.page);
    const looks = lookEverywhere ? lights : lights.slice(at % lights.length).slice(0, 1);
    const faults: string[] = [];
    for (const [nth, language] of languages.entries()) {
      const isItsTurn = lookEverywhere || nth === at % languages.length;
      const { page } = isItsTurn ? alive : asItArrives;
      await page.setViewportSize({ width: 320, height: 800 });
      const answer = await page.goto(`/${language}${address}`);
      expect(answer?.status(), `/${language}${address}`).toBe(status);
      expect((await answer?.body())?.includes(0), "a NUL among the letters, which browsers do not show").toBe(false);
      expect(new URL(page.url()).pathname, "the page itself, and not the door before it").toBe(new URL(`/${language}${address}`, page.url()).pathname);
      if (isItsTurn && isUnknown(as)) await awaken(page);
      await prepare?.(page, language);
      const texts = language === "kk" ? foreignTexts : brokenTexts;
      const found = [...(await texts(page)), ...(await overflow(page)), ...(isItsTurn ? await barriers(page, looks) : [])];
      if (isItsTurn && state === "with errors") found.push(...(await faultsOfSummary(page, language)));
      faults.push(...found.map((fault) => `${language}: ${fault}`));
    }
    expect([...faults, ...alive.complaints, ...(isNew ? [] : asItArrives.complaints)]).toEqual([]);
  });
}
