/**
 * Draws the Open Graph pictures that are shown with shared links: public/og/{kk,ru,en}.png, 1200 × 630, from our own tokens, fonts, words and map.
 * node scripts/build-pictures-og.mjs (CHROMIUM_PATH: the browser to use if Playwright has none of its own)
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { build } from "esbuild";

import { palettePng } from "./palette-png.mjs";

const locales = ["kk", "ru", "en"];
const read = (path) => readFileSync(path, "utf8");
const words = (locale, namespace) => JSON.parse(read(`public/locales/${locale}/${namespace}.json`));

const bundled = await build({ entryPoints: ["app/features/map/rules.ts"], bundle: true, format: "esm", write: false });
const { project, radiusOf } = await import(`data:text/javascript,${encodeURIComponent(bundled.outputFiles[0].text)}`);

const cities = parse(read("supabase/seed/reference/cities.csv"), { columns: true });
const dots = cities
  .map(({ lat, lon, weight }) => ({ ...project(Number(lat), Number(lon)), r: radiusOf(Number(weight)) }))
  .sort((a, b) => b.r - a.r)
  .map(({ x, y, r }) => `<circle cx="${x}" cy="${y}" r="${r * 1.05}"/>`);
const world = read("app/features/map/world.svg").replace("</svg>", `<g class="dots">${dots.join("")}</g></svg>`);

const css = ["tokens.css", "fonts.css", "sky.css"].map((file) => read(`app/styles/${file}`)).join("\n");
const look = `
  * { margin: 0; box-sizing: border-box }
  body { width: 1200px; height: 630px; position: relative; overflow: hidden; background: var(--surface-sky); color: var(--ink) }
  .world { position: absolute; width: 1500px; left: -90px; top: 96px }
  .world path { fill: var(--map-land) }
  .world #hosts path { fill: var(--map-host); stroke: var(--surface-sky); stroke-width: 1 }
  .world #KZ { fill: var(--map-home) }
  .world circle { fill: var(--map-dot); stroke: var(--map-dot-edge); stroke-width: 1.5 }
  .logo { position: absolute; left: 72px; top: 56px; height: 56px; width: auto }
  .words { position: absolute; left: 72px; bottom: 92px; right: 190px }
  h1 { font: 600 76px/1.05 var(--type-display); letter-spacing: -0.03em; white-space: nowrap; width: max-content }
  p { font: 500 30px/1.3 var(--type-text); color: var(--ink-soft); margin-top: 20px }
  .paper { position: absolute; inset: auto 0 0 0; height: 40px; background: var(--surface) }
  .frieze { position: absolute; inset: auto 0 40px 0; height: 30px; -webkit-mask-size: 80px 30px; mask-size: 80px 30px }`;

const page = (locale) => `<!doctype html><html lang="${locale}" data-theme="light"><meta charset="utf-8"><style>${css}${look}</style>
  <div class="world">${world}</div>
  ${read("public/logo.svg").replace("<svg ", `<svg class="logo" `)}
  <div class="words"><h1>${words(locale, "content").home.title}</h1><p>${words(locale, "common").brand.tagline}</p></div>
  <div class="frieze"></div><div class="paper"></div></html>`;

/** Runs in the browser: shrinks a long title until it fits on one line. */
async function fitOnOneLine() {
  await document.fonts.ready;
  const title = document.querySelector("h1");
  const size = parseFloat(getComputedStyle(title).fontSize);
  title.style.fontSize = `${Math.floor(size * Math.min(1, title.parentElement.clientWidth / title.offsetWidth))}px`;
}

/** Runs in the browser: the pixels of a picture, four bytes each (RGBA), as base64. */
async function pixelsOf(address) {
  const picture = await createImageBitmap(await (await fetch(address)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  let text = "";
  for (let at = 0; at < data.length; at += 0x8000) text += String.fromCharCode(...data.subarray(at, at + 0x8000));
  return btoa(text);
}

mkdirSync("public/og", { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "kazalliance-og-"));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ["--no-sandbox", "--force-color-profile=srgb"] });
try {
  const tab = await browser.newPage({ viewport: { width: 1200, height: 630 } });
  for (const locale of locales) {
    const file = join(folder, `${locale}.html`);
    writeFileSync(file, page(locale).replaceAll('url("/fonts/', `url("${pathToFileURL(resolve("public/fonts"))}/`));
    await tab.goto(pathToFileURL(file).href);
    await tab.evaluate(fitOnOneLine);
    const shot = await tab.screenshot();
    const pixels = await tab.evaluate(pixelsOf, `data:image/png;base64,${shot.toString("base64")}`);
    writeFileSync(`public/og/${locale}.png`, palettePng(Buffer.from(pixels, "base64"), 1200, 630));
    console.log(`public/og/${locale}.png: ${Math.round(statSync(`public/og/${locale}.png`).size / 1024)} KB`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
