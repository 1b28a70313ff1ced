/**
 * Cuts the fonts for our own host: `node scripts/build-fonts.mjs` writes public/fonts, app/styles/fonts.css
 * and app/ui/font-files.ts. Files are named by their content, so that browsers may keep them for a year.
 *
 * Digits and punctuation live in the Latin files of both families. Without a cut of their own every Kazakh and Russian page would
 * load two Latin files (45 KB) for its commas. The seven letters of the word English are in that cut too: it stands in every language
 * switch. Weights are narrowed to the three the design uses.
 */
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

import subsetFont from "subset-font";

const out = "public/fonts";
const weights = { min: 400, max: 600 };
/** Kerning, accents in their place, figures of one width. Small capitals, fractions and swashes would triple the cuts. */
const features = ["kern", "mark", "tnum", "lnum"];

const marks = ` !"#$%&'()*+,-./0123456789:;<=>?@[]_|~\u00a0«»·×°±–—‘’“”„•…−€£`;
const english = "English";
const tenge = "₸";
const kazakh = "ӘәҒғҚқҢңӨөҮүҺһ";
/** Of cities and universities from Łódź to İzmir; the rest of the foundry's file is for languages that we have nobody in. */
const european = `${lettersOf([[0x100, 0x17f]])}ȘșȚțẞ`;

/** All code points of ranges as one text: [[65, 67]] → "ABC". */
function lettersOf(ranges) {
  return ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_code, at) => String.fromCodePoint(first + at))).join("");
}

const parts = [
  { name: "cyrillic", from: "cyrillic", without: "" },
  { name: "kazakh", from: "cyrillic-ext", text: kazakh },
  { name: "marks", from: "latin", text: marks + english },
  { name: "tenge", from: "latin-ext", text: tenge },
  { name: "latin", from: "latin", without: marks + english },
  { name: "cyrillic-ext", from: "cyrillic-ext", without: kazakh + "ҐґҰұ" },
  { name: "latin-european", from: "latin-ext", text: european },
  { name: "latin-ext", from: "latin-ext", without: tenge + european },
];

/**
 * Widths of our families against Arial (Liberation Sans has the same widths), measured on Kazakh, Russian and English sentences;
 * ascent and descent in hundredths of the font size. The stand-in takes the same room, so nothing jumps when the font arrives.
 */
const families = [
  { name: "Onest", slug: "onest", ascent: 97, descent: 30.5, regular: 1.03, bold: 0.99 },
  { name: "Geologica", slug: "geologica", ascent: 98.4, descent: 27.6, regular: 1.07, bold: 1.03 },
];

const source = (family, part) =>
  new URL(`../node_modules/@fontsource-variable/${family.slug}/files/${family.slug}-${part}-wght-normal.woff2`, import.meta.url);

/** The unicode-range the foundry's own stylesheet gives to a file: `onest-latin-wght-normal.woff2` → [[0, 255], …]. */
function foundryRanges(family, part) {
  const sheet = readFileSync(new URL(`../node_modules/@fontsource-variable/${family.slug}/wght.css`, import.meta.url), "utf8");
  const face = sheet.split("@font-face").find((text) => text.includes(`${family.slug}-${part}-wght-normal.woff2`));
  const list = face?.match(/unicode-range:\s*([^;]+);/)?.[1];
  if (!list) throw new Error(`No unicode-range for ${family.slug} ${part}`);
  return list.split(",").map((item) => {
    const [first, last] = item.trim().slice(2).split("-");
    return [parseInt(first, 16), parseInt(last ?? first, 16)];
  });
}

const codes = (text) => [...new Set([...text].map((letter) => letter.codePointAt(0)))].sort((a, b) => a - b);

/** The same ranges with some code points cut out. */
function without(ranges, text) {
  return codes(text).reduce(
    (rest, code) =>
      rest.flatMap(([first, last]) =>
        code < first || code > last
          ? [[first, last]]
          : [
              [first, code - 1],
              [code + 1, last],
            ].filter(([a, b]) => a <= b),
      ),
    ranges,
  );
}

/** Single code points, neighbours joined: [1, 2, 3, 7] → [[1, 3], [7, 7]]. */
const joined = (list) =>
  list.reduce((ranges, code) => {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
    return ranges;
  }, []);

const hex = (code) => code.toString(16).toUpperCase().padStart(4, "0");
const printed = (ranges) => ranges.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(", ");

async function cut(family, part) {
  const whole = readFileSync(source(family, part.from));
  const ranges = part.text ? joined(codes(part.text)) : without(foundryRanges(family, part.from), part.without);
  const file = await subsetFont(whole, lettersOf(ranges), { targetFormat: "woff2", variationAxes: { wght: weights }, keepFeatures: features });
  const hash = createHash("sha256").update(file).digest("hex").slice(0, 8);
  const name = `${family.slug}-${part.name}.${hash}.woff2`;
  writeFileSync(`${out}/${name}`, file);
  addresses.push([`${family.slug}-${part.name}`, `/fonts/${name}`]);
  console.log(name, file.length);
  return `@font-face {
  font-family: "${family.name}";
  font-weight: ${weights.min} ${weights.max};
  font-display: swap;
  src: url("/fonts/${name}") format("woff2");
  unicode-range: ${printed(ranges)};
}
`;
}

const percent = (ratio) => `${Math.round(ratio * 1000) / 10}%`;

/** Arial, or what stands in its place, blown up to the size of ours. */
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

/** What each cut is called: "onest-marks" → "/fonts/onest-marks.1a2b3c4d.woff2". */
const addresses = [];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const sheet = ["/* Written by scripts/build-fonts.mjs: change it there. */\n"];
for (const family of families) {
  for (const part of parts) sheet.push(await cut(family, part));
  sheet.push(fallback(family, "400 500", family.regular, ["Arial", "Roboto", "Helvetica Neue", "Liberation Sans"]));
  sheet.push(fallback(family, "600", family.bold, ["Arial Bold", "Arial-BoldMT", "Roboto Bold", "Liberation Sans Bold"]));
  copyFileSync(
    new URL(`../node_modules/@fontsource-variable/${family.slug}/LICENSE`, import.meta.url),
    `${out}/${family.slug}-OFL.txt`,
  );
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
