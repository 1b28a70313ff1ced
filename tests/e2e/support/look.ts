import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { Page } from "@playwright/test";
import type axe from "axe-core";
import { parse } from "csv-parse/sync";

import { wordsOf } from "./words";

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** Minified: it is injected into each document, which takes longer than the check itself. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const widths = [320, 1280];
/** Violations found by axe, one line per rule. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(() => window.axe!.run(document, { resultTypes: ["violations"] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target.join(" ")} (${any[0]?.message ?? ""})`).join("; ")}`);
}

/**
 * The element that makes the page wider than the window, or a table cut off by its frame, described by its text (for the page, of the innermost element that
 * sticks out); null if there is none.
 */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const cut = [...document.querySelectorAll(".table-frame")].find((frame) => frame.scrollWidth > frame.clientWidth);
    if (cut) return `a table that is cut off: “${cut.textContent?.slice(0, 60)}”`;
    if (scrollWidth <= clientWidth) return null;
    const isInFrame = (element: Element | null): boolean =>
      element !== null && element !== document.body && (getComputedStyle(element).overflowX !== "visible" || isInFrame(element.parentElement));
    const outside = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > clientWidth && !isInFrame(element.parentElement));
    const box = outside.at(-1);
    return `${box?.tagName} .${box?.className} “${box?.textContent?.slice(0, 60)}”`;
  });

/** What sticks out of the page: at the smallest and largest width, and on an upright tablet, where tables begin. */
export async function overflow(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [...widths, 768]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await tooWide(page);
    if (wide !== null) faults.push(`${width} px: scrolls sideways because of ${wide}`);
  }
  return faults;
}

/** The smallest and largest width, each in the light and dark theme. */
export const lights = [
  { width: 320, light: "light" },
  { width: 1280, light: "dark" },
  { width: 320, light: "dark" },
  { width: 1280, light: "light" },
] as const;
type Light = (typeof lights)[number];

/** Accessibility violations of the page in its current state, at these widths and in these themes. */
export async function barriers(page: Page, looks: readonly Light[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { width, light } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: light });
    faults.push(...(await violations(page)).map((fault) => `${width} px, ${light}: ${fault}`));
  }
  return faults;
}

/**
 * All text in the page's own language, including texts for assistive technology. Left out are text marked as another language (in the title too, if the
 * heading is), and what people wrote to each other in any language.
 */
const readOwnTexts = (page: Page) =>
  page.evaluate(() => {
    const own = document.documentElement.lang;
    const isOwn = (element: Element) => element.closest("[lang]")?.getAttribute("lang") === own;
    const heading = document.querySelector("h1[lang]");
    const title = heading && !isOwn(heading) ? document.title.replace(heading.textContent ?? "", "") : document.title;
    const texts = [title, document.querySelector('meta[name="description"]')?.getAttribute("content") ?? ""];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest("script, style, template, blockquote") || !isOwn(element)) continue;
      if (node instanceof Element) texts.push(...["aria-label", "title", "placeholder", "alt"].map((name) => element.getAttribute(name) ?? ""));
      else texts.push(node.textContent ?? "");
    }
    return texts.map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
  });

const kazakh = new Set(Object.values(wordsOf("kk")));
const keys = new Set(Object.keys(wordsOf("kk")).map((key) => key.replace(/^\w+:/, "")));
const otherLanguages = new Set(["ru", "en"].flatMap((language) => Object.values(wordsOf(language as "ru" | "en"))).filter((text) => !kazakh.has(text)));
const alone = (words: string) => new RegExp(`(?<!\\p{L})(${words})(?!\\p{L})`, "iu");
/** Words that hardly any sentence does without, and that Kazakh does not have. */
const russian = alone("для|или|вы|вам|вас|ваш|ваша|ваше|ваши|вашего|вашей|вашу|вашем|ваших|вашим|если|чтобы|это|этот|что|нет|который|которые|только|также|можно|нужно|уже|ещё|при|без");
const english = alone("the|your|you|with|please|this|that|and|is|are|not|from|for");
const universities = parse(readFileSync("supabase/seed/reference/universities.csv"), { columns: true }) as { name_en: string; name_native: string }[];
const venues = JSON.parse(readFileSync("supabase/seed/texts/venues.json", "utf8")) as Record<string, Record<string, string[]>>;
/** Universities and venues keep their own names in every language. */
const ownNames = [...universities.flatMap((row) => [row.name_en, row.name_native]), ...Object.values(venues).flatMap((byLanguage) => Object.values(byLanguage).flat())]
  .filter(Boolean)
  .sort((a, b) => b.length - a.length);

const withoutNames = (text: string) => ownNames.reduce((rest, name) => rest.replaceAll(name, ""), text);

/** Why a text does not belong on a Kazakh page; null if it does. */
export function foreignness(text: string): string | null {
  if (/\{\{|\}\}|\[object|undefined|\bNaN\b/.test(text)) return "a value is missing";
  const key = text.match(/[a-z]\w*(?:\.\w+)+/gi)?.find((word) => keys.has(word));
  if (key || /^(common|account|members|chapters|events|insights|map|content|messages):\w/.test(text)) return "a key instead of words";
  if (otherLanguages.has(text)) return "words of another language";
  const rest = withoutNames(text);
  const word = (russian.exec(rest) ?? english.exec(rest))?.[0];
  return word ? `“${word}” is not Kazakh` : null;
}

/** The texts on a Kazakh page that are not Kazakh. */
export async function foreignTexts(page: Page): Promise<string[]> {
  const texts = await readOwnTexts(page);
  return [...new Set(texts)].flatMap((text) => {
    const why = foreignness(text);
    return why ? [`${why}: ${text.slice(0, 120)}`] : [];
  });
}

/** Texts with untranslated keys or missing values, in any language. */
export async function brokenTexts(page: Page): Promise<string[]> {
  const texts = await readOwnTexts(page);
  return texts.filter((text) => /value is missing|a key/.test(foreignness(text) ?? ""));
}
