/**
 * Draws the ram's-horn frieze and writes it into app/styles/tokens.css: `node scripts/build-frieze.mjs` (CHROMIUM_PATH: the browser to use). It is a bitmap,
 * because for each SVG in a stylesheet a browser opens a separate document, right at the first paint.
 */
import { readFileSync, writeFileSync } from "node:fs";

import { chromium } from "@playwright/test";

import { maskPng } from "./palette-png.mjs";

/** Four pixels in each direction for each of the stylesheet's 40 × 15. */
const width = 160;
const height = 60;
const horn = "M-32 23H-8.5a6 6 0 0 0 6-6V10.5a7 7 0 0 0-7-7a6.2 6.2 0 0 0-6.2 6.2a5.2 5.2 0 0 0 5.2 5.2a4.2 4.2 0 0 0 4.2-4.2a3 3 0 0 0-3-3";
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 24" width="${width}" height="${height}">
  <g transform="translate(32 0)" fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
    <path d="${horn}"/><path transform="scale(-1 1)" d="${horn}"/></g></svg>`;

/** Runs in the browser: how much of each pixel the drawing covers, from 0 to 255. */
async function draw({ drawing, width, height }) {
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
  await picture.decode();
  const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
  context.drawImage(picture, 0, 0);
  return [...context.getImageData(0, 0, width, height).data].filter((_, at) => at % 4 === 3);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
try {
  const page = await browser.newPage();
  const frieze = maskPng(await page.evaluate(draw, { drawing, width, height }), width, height);
  const file = "app/styles/tokens.css";
  writeFileSync(file, readFileSync(file, "utf8").replace(/--frieze: url\("[^"]*"\)/, `--frieze: url("data:image/png;base64,${frieze.toString("base64")}")`));
  console.log(frieze.length, "bytes");
} finally {
  await browser.close();
}
