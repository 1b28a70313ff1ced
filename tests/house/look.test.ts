import { existsSync, readdirSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { fontFiles } from "../../app/ui/font-files";
import { fontPreloads } from "../../app/ui/fonts";

const read = (file: string) => readFileSync(`app/styles/${file}`, "utf8");
const tokens = read("tokens.css").replace(/\/\*[\s\S]*?\*\//g, "");

/** The declarations of the first block after a selector: { "--ink": "#0F1F2B", … }. */
function declarations(selector: string): Record<string, string> {
  const block = tokens.slice(tokens.indexOf(`${selector} {`)).match(/\{([^{}]*)\}/)?.[1] ?? "";
  return Object.fromEntries([...block.matchAll(/([\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]));
}

const light = declarations(":root");
const chosenDark = declarations(':root[data-theme="dark"]');
const wishedDark = declarations(':root:not([data-theme="light"])');

test("the dark that the system wishes and the dark that a reader chooses are one", () => {
  expect(Object.keys(chosenDark).length).toBeGreaterThan(50);
  expect(wishedDark).toEqual(chosenDark);
});

test("a colour has its home in the tokens: no other stylesheet writes one", () => {
  const strays = readdirSync("app/styles")
    .filter((file) => file !== "tokens.css")
    .flatMap((file) => [...read(file).matchAll(/#[0-9a-f]{3,8}\b|rgba?\(|hsl\(/gi)].map(([colour]) => `${file}: ${colour}`));
  expect(strays).toEqual([]);
});

/** WCAG 2.2: relative luminance of "#RRGGBB". */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["surface", "surface-raised", "surface-sunk", "surface-sky", "surface-overlay"];
const readOnGrounds = ["ink", "ink-soft", "ink-faint", "brand", "danger", "success", "warning", "sun-ink"];
const text: [string, string][] = [
  ...readOnGrounds.flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground])),
  ["on-brand", "brand-solid"],
  ["on-brand", "brand-solid-hover"],
  ["on-brand", "brand-solid-press"],
  ["on-sun", "sun"],
  ["on-danger", "danger-solid"],
  ["on-deep", "surface-deep"],
  ["on-deep-soft", "surface-deep"],
  ["brand", "surface-sky-strong"],
  ["sun-ink", "sun-soft"],
  ["ink-soft", "sun-soft"],
  ["success", "success-soft"],
  ["warning", "warning-soft"],
  ["danger", "danger-soft"],
];
const shapes: [string, string][] = [
  ...grounds.map((ground): [string, string] => ["line-strong", ground]),
  ["map-dot", "map-host"],
  ["map-dot", "map-land"],
  ...[1, 2, 3, 4, 5, 6].map((number): [string, string] => [`cat-${number}`, "surface-raised"]),
];

describe.each([
  ["light", light],
  ["dark", { ...light, ...chosenDark }],
])("in the %s theme", (_, values) => {
  const ratio = ([one, other]: [string, string]) => contrast(values[`--${one}`] ?? "", values[`--${other}`] ?? "");

  test.each(text)("%s is readable on %s", (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)("%s is seen on %s", (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3);
  });
});

describe("fonts", () => {
  const faces = [...read("fonts.css").matchAll(/@font-face \{([^}]*)\}/g)].map(([, face = ""]) => face);
  const addressOf = (face: string) => face.match(/url\("([^"]+)"\)/)?.[1];
  const covers = (face: string, letter: string) =>
    [...(face.match(/unicode-range: ([^;]+);/)?.[1] ?? "").matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].some(
      ([, first = "", last]) => parseInt(first, 16) <= letter.charCodeAt(0) && letter.charCodeAt(0) <= parseInt(last ?? first, 16),
    );
  /** The file that a browser loads for a letter: where ranges overlap, the later @font-face's. */
  const fileFor = (family: string, weight: number, letter: string) =>
    addressOf(faces.filter((face) => face.includes(`"${family}"`) && face.includes(`font-weight: ${weight};`) && covers(face, letter)).at(-1) ?? "") ?? "";
  /** The files for the design's fonts: headings in one weight, text in three. */
  const filesFor = (letters: string) =>
    [...letters].flatMap((letter) => [fileFor("Geologica", 600, letter), ...[400, 500, 600].map((weight) => fileFor("Onest", weight, letter))]);

  test("every file that is named exists", () => {
    const named = [...Object.values(fontFiles), ...faces.map(addressOf).filter((address) => address !== undefined)];
    expect(named.filter((address) => !existsSync(`public${address}`))).toEqual([]);
  });

  test.each([
    ["kk", "АаӘәБбГгҒғЕеЁёЖжИиЙйҚқҢңОоӨөҰұҮүҺһІіЪъЯя₸ King’s College London"],
    ["ru", "АаБбГгЕеЁёЖжЙйОоЩщЪъЫыЭэЮюЯя King’s College London"],
    ["en", "AaBbEeGgZz‘’ Қазақша Русский"],
  ] as const)("a page in %s is written with the files that are preloaded, each sentence with one file alone", (_, letters) => {
    expect([...new Set(filesFor(`${letters}0123456789 .,:;!?–—«»()№%−+`))].sort()).toEqual([...fontPreloads].sort());
  });
});
