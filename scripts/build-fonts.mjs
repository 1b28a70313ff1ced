/**
 * Subsets the fonts that we host ourselves: `node scripts/build-fonts.mjs` writes public/fonts, app/styles/fonts.css and app/ui/font-files.ts. File names
 * contain a content hash, so that browsers may keep them for a year.
 * One subset holds everything that sentences in our three languages consist of, including spaces, digits and commas. If the characters of a sentence are
 * spread over several files, the browser shapes it in as many runs, which took a third of a phone's layout time. For the same reason each weight is a file of
 * its own: a variable font is computed anew for each of its weights.
 */
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

import subsetFont from "subset-font";

const out = "public/fonts";
/** Kerning, positioned accents, tabular figures. Small capitals, fractions and swashes would triple the size of the files. */
const features = ["kern", "mark", "tnum", "lnum"];

const marks = ` !"#$%&'()*+,-./0123456789:;<=>?@[\\]^_\`{|}~\u00a0«»·×°±‐‑–—‘’‚“”„•…−€£№\u2009\u202f←→↑↓`;
const kazakh = "ӘәҒғҚқҢңӨөҮүҰұҺһІі₸";

/** All characters of code point ranges as one string: [[65, 67]] → "ABC". */
const lettersOf = (ranges) =>
  ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_code, at) => String.fromCodePoint(first + at))).join("");

/** If two subsets of a family contain the same character, the later one is used. */
const parts = [
  // For names of people and places: the rest of the world here, Europe (from Łódź to İzmir) in a file of its own.
  { name: "latin-ext", letters: lettersOf([[0x180, 0x24f], [0x259, 0x259], [0x2bb, 0x2bc], [0x1e00, 0x1eff]]) },
  { name: "european", letters: `${lettersOf([[0xa1, 0x17f]])}ȘșȚțẞ` },
  { name: "cyrillic-ext", letters: lettersOf([[0x400, 0x52f]]) },
  { name: "ours", letters: marks + kazakh + lettersOf([[0x41, 0x5a], [0x61, 0x7a], [0x301, 0x301], [0x401, 0x401], [0x410, 0x44f], [0x451, 0x451]]) },
];

/**
 * Widths of our families relative to Arial (Liberation Sans has the same widths), measured on Kazakh, Russian and English sentences; ascent and descent in
 * hundredths of the font size. The fallback font takes up the same space, so nothing jumps when the web font arrives.
 */
const families = [
  { name: "Onest", slug: "onest", weights: [400, 500, 600], ascent: 97, descent: 30.5, regular: 1.03, bold: 0.99 },
  { name: "Geologica", slug: "geologica", weights: [500, 600], ascent: 98.4, descent: 27.6, regular: 1.07, bold: 1.03 },
];
const styles = { 400: "400Regular", 500: "500Medium", 600: "600SemiBold" };

const foundry = ({ slug }, file) => new URL(`../node_modules/@expo-google-fonts/${slug}/${file}`, import.meta.url);

const codes = (text) => [...new Set([...text].map((letter) => letter.codePointAt(0)))].sort((a, b) => a - b);

/** Sorted code points as ranges: [1, 2, 3, 7] → [[1, 3], [7, 7]]. */
const joined = (list) =>
  list.reduce((ranges, code) => {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
    return ranges;
  }, []);

const hex = (code) => code.toString(16).toUpperCase().padStart(4, "0");
const printed = (ranges) => ranges.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(", ");

/** Writes one subset file; returns its @font-face rule. */
async function cut(family, weight, { name, letters }) {
  const whole = readFileSync(foundry(family, `${styles[weight]}/${family.name}_${styles[weight]}.ttf`));
  const file = await subsetFont(whole, letters, { targetFormat: "woff2", keepFeatures: features });
  const hash = createHash("sha256").update(file).digest("hex").slice(0, 8);
  const address = `/fonts/${family.slug}-${name}-${weight}.${hash}.woff2`;
  writeFileSync(`public${address}`, file);
  addresses.push([`${family.slug}-${name}-${weight}`, address]);
  console.log(address, file.length);
  return `@font-face {
  font-family: "${family.name}";
  font-weight: ${weight};
  font-display: swap;
  src: url("${address}") format("woff2");
  unicode-range: ${printed(joined(codes(letters)))};
}
`;
}

const percent = (ratio) => `${Math.round(ratio * 1000) / 10}%`;

/** The @font-face rule of the fallback: Arial, or its substitute, scaled to the size of our font. */
function fallback(family, weight, ratio, locals) {
  return `@font-face {
  font-family: "${family.name} fallback";
  font-weight: ${weight};
  src: ${locals.map((name) => `local("${name}")`).join(", ")};
  size-adjust: ${percent(ratio)};
  ascent-override: ${percent(family.ascent / 100 / ratio)};
  descent-override: ${percent(family.descent / 100 / ratio)};
  line-gap-override: 0%;
}
`;
}

/** The address of each subset file: "onest-ours-400" → "/fonts/onest-ours-400.1a2b3c4d.woff2". */
const addresses = [];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const sheet = ["/* Written by scripts/build-fonts.mjs: change it there. */\n"];
for (const family of families) {
  for (const weight of family.weights) for (const part of parts) sheet.push(await cut(family, weight, part));
  sheet.push(fallback(family, "400 500", family.regular, ["Arial", "Roboto", "Helvetica Neue", "Liberation Sans"]));
  sheet.push(fallback(family, "600", family.bold, ["Arial Bold", "Arial-BoldMT", "Roboto Bold", "Liberation Sans Bold"]));
  copyFileSync(foundry(family, "LICENSE_FONT"), `${out}/${family.slug}-OFL.txt`);
}
writeFileSync("app/styles/fonts.css", sheet.join(""));
writeFileSync(
  "app/ui/font-files.ts",
  `/** Written by scripts/build-fonts.mjs: change it there. */
export const fontFiles = {
${addresses.map(([name, address]) => `  "${name}": "${address}",`).join("\n")}
} as const;
`,
);
