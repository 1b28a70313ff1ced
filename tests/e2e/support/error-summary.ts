import type { Locator, Page } from "@playwright/test";

import { sayIn, type Language } from "./words";

/** The texts of the errors that describe a control. */
const errorsBeside = (control: Locator) =>
  control.evaluate((element) => (element.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.innerText.trim()));

/** Faults of the error summary: links that lead to no field, to one that does not take the focus, or to one without the same error beside it. */
export async function faultsOfSummary(page: Page, language: Language): Promise<string[]> {
  const links = await page.getByRole("group", { name: sayIn(language)("common:ui.errorSummary") }).getByRole("link").all();
  const faults = links.length > 0 ? [] : ["the summary has no sentence"];
  for (const link of links) {
    const [sentence, target] = [await link.innerText(), (await link.getAttribute("href")) ?? ""];
    const control = page.locator(`[id="${target.slice(1)}"]`);
    if ((await control.count()) !== 1) faults.push(`“${sentence}” leads to ${target}, which is not there`);
    else {
      await link.press("Enter");
      if (!(await control.evaluate((element) => element === document.activeElement))) faults.push(`${target} does not take the focus`);
      if (!(await errorsBeside(control)).includes(sentence)) faults.push(`“${sentence}” does not stand beside ${target}`);
    }
  }
  return faults;
}
