import { expect, test } from "./support/test";

/** Elements that convey something by their background colour only, on which page and for whom. */
const drawn = [
  { as: null, path: "/kk/map", marks: ".legend i" },
  { as: null, path: "/kk/map?by=country", marks: ".legend i" },
  { as: "saule", path: "/kk/figures", marks: ".parts span, .parts-key i" },
  { as: "aigerim", path: "/kk/me", marks: ".bottom-bar a[aria-current]::before" },
] as const;

for (const { as, path, marks } of drawn) {
  test(`${marks} of ${path} can be told from the page in a forced choice of colours`, async ({ visitor, signedInAs }) => {
    const phone = { viewport: { width: 390, height: 844 }, forcedColors: "active" } as const;
    const page = await (as ? signedInAs(as, phone) : visitor(phone));
    await page.goto(path);
    const [selector = "", pseudo] = marks.split("::");
    const grounds = await page.locator(selector).evaluateAll(
      (elements, part) => elements.map((element) => getComputedStyle(element, part && `::${part}`).backgroundColor),
      pseudo,
    );
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(grounds.length).toBeGreaterThan(0);
    expect(grounds.filter((own) => own === ground || own === "rgba(0, 0, 0, 0)")).toEqual([]);
  });
}

test("where there is little height, the header does not stand above what is read", async ({ visitor }) => {
  const page = await visitor({ viewport: { width: 320, height: 256 } });
  await page.goto("/kk/about");
  await page.evaluate(() => scrollTo(0, 600));
  await expect(page.getByRole("banner")).not.toBeInViewport();
});
