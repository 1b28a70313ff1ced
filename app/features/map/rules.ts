import { projection } from "./projection";

/** Members as published: a multiple of five, or null for ten or fewer. */
export type PublishedCount = number | null;

/** A place on the drawing, in its own units: 1600 across the world. */
export type Point = { x: number; y: number };
export type Dot = Point & { r: number };
/** A section of the drawing; `unit`: its width as a part of the whole, 1 for the whole world, 0.2 when zoomed in five times. */
export type Frame = { x: number; y: number; width: number; height: number; unit: number };

const radians = Math.PI / 180;
const tenth = (number: number) => Math.round(number * 10) / 10;

/** Where a place, given in degrees north and east, is on the drawing. Natural Earth projection by Patterson and Šavrič, as in d3-geo. */
export function project(lat: number, lon: number): Point {
  const lambda = ((((lon - projection.turned + 180) % 360) + 360) % 360 - 180) * radians;
  const phi = lat * radians;
  const phi2 = phi * phi;
  const phi4 = phi2 * phi2;
  const x = lambda * (0.8707 - 0.131979 * phi2 + phi4 * (-0.013791 + phi4 * (0.003971 * phi2 - 0.001529 * phi4)));
  const y = phi * (1.007226 + phi2 * (0.015085 + phi4 * (-0.044475 + 0.028874 * phi2 - 0.005916 * phi4)));
  return { x: tenth(projection.x + projection.scale * x), y: tenth(projection.y - projection.scale * y) };
}

/** Radius of a city's dot when the whole world is shown. A city without a published number is drawn like one of ten. */
export const radiusOf = (members: PublishedCount): number => tenth(3.2 + 0.36 * Math.sqrt(members ?? 10));

/** Upper bounds of the steps of the shaded map; the last step has none. */
export const breaks = [100, 500, 1000, 2500] as const;

/** The step of a country, 1 for the lightest. */
export const stepOf = (members: PublishedCount): number => breaks.filter((end) => (members ?? 0) > end).length + 1;

export const worldFrame: Frame = { x: 0, y: 0, width: projection.width, height: projection.height, unit: 1 };
/** The smallest width of a frame: zoomed in any further, the coast turns into corners. */
const nearest = 240;

/** The section of the drawing around some places, with a margin and the aspect ratio of the whole. The world when there are no places. */
export function frameAround(points: readonly Point[]): Frame {
  if (points.length === 0) return worldFrame;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const shape = projection.height / projection.width;
  const width = Math.min(projection.width, Math.max(nearest, (right - left) * 1.35, ((bottom - top) * 1.5) / shape));
  const height = width * shape;
  const within = (middle: number, length: number, whole: number) => tenth(Math.min(Math.max(0, middle - length / 2), whole - length));
  return {
    x: within((left + right) / 2, width, projection.width),
    y: within((top + bottom) / 2, height, projection.height),
    width: tenth(width),
    height: tenth(height),
    unit: Math.round((width / projection.width) * 1000) / 1000,
  };
}

export type Label = Point & { text: string; anchor: "start" | "middle" | "end" };
type Box = { left: number; right: number; top: number; bottom: number };

/** Size of a label when the whole world is shown; the width of a letter is a little above the average of the text font. */
const letter = { height: 25, width: 14 };
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const boxOf = ({ x, y, r }: Dot): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r });

type Room = { frame: Frame; dots: readonly Dot[]; most: number; taken?: readonly Box[] };

/**
 * Names beside dots, placed in the given order as far as there is room: on the side where they cover the fewest and smallest dots, never over another name.
 * Radii are as drawn; `taken`: areas that are already occupied.
 */
export function labelsOf(named: readonly (Dot & { name: string })[], { frame, dots, most, taken = [] }: Room): Label[] {
  const [height, gap] = [letter.height * frame.unit, 8 * frame.unit];
  const edge: Box = { left: frame.x, right: frame.x + frame.width, top: frame.y, bottom: frame.y + frame.height };
  const occupied: Box[] = [...taken];
  const labels: Label[] = [];
  for (const dot of named) {
    if (labels.length === most) break;
    const width = dot.name.length * letter.width * frame.unit;
    // Anchor, position of the text, and the left edge of its box: right of the dot, left of it, above and below.
    const sides: [anchor: Label["anchor"], x: number, y: number, left: number][] = [
      ["start", dot.x + dot.r + gap, dot.y + height * 0.35, dot.x + dot.r + gap],
      ["end", dot.x - dot.r - gap, dot.y + height * 0.35, dot.x - dot.r - gap - width],
      ["middle", dot.x, dot.y - dot.r - gap, dot.x - width / 2],
      ["middle", dot.x, dot.y + dot.r + gap + height * 0.75, dot.x - width / 2],
    ];
    const free = sides
      .map(([anchor, x, y, left]) => ({ anchor, x: tenth(x), y: tenth(y), box: { left, right: left + width, top: y - height * 0.8, bottom: y + height * 0.25 } }))
      .filter(({ box }) => box.left >= edge.left && box.right <= edge.right && box.top >= edge.top && box.bottom <= edge.bottom)
      .filter(({ box }) => !occupied.some((other) => overlap(box, other)))
      .map((side) => ({ ...side, covered: dots.reduce((sum, dot) => sum + (overlap(side.box, boxOf(dot)) ? dot.r ** 2 : 0), 0) }))
      .sort((a, b) => a.covered - b.covered);
    const [best] = free;
    if (!best) continue;
    occupied.push(best.box, boxOf(dot));
    labels.push({ text: dot.name, anchor: best.anchor, x: best.x, y: best.y });
  }
  return labels;
}

/** Our own country: where the line to its name starts, where the name is, and the area to keep free: a name right below would be read as its second line. */
export function homeLabel({ unit }: Frame): { from: Point; text: Point; box: Box } {
  const from = project(48, 67);
  const text = { x: from.x, y: tenth(from.y + 92 * unit) };
  const half = 9 * letter.width * 0.5 * unit;
  return { from, text, box: { left: text.x - half, right: text.x + half, top: from.y, bottom: text.y + letter.height * 0.8 * unit } };
}

/** The first of every group. */
export function firstOfEach<Row>(rows: readonly Row[], groupOf: (row: Row) => string): Row[] {
  const groups = new Map<string, Row>();
  for (const row of rows) if (!groups.has(groupOf(row))) groups.set(groupOf(row), row);
  return [...groups.values()];
}

export const sorts = ["name", "-name", "members", "-members"] as const;
export type Sort = (typeof sorts)[number];

/** Sorts rows that come sorted by name in the reader's alphabet; equal numbers keep that order. Ten or fewer (null) count as zero. */
export function sorted<Row extends { members: PublishedCount }>(rows: readonly Row[], sort: Sort): Row[] {
  if (sort === "name") return [...rows];
  if (sort === "-name") return [...rows].reverse();
  const sign = sort === "members" ? 1 : -1;
  return [...rows].sort((a, b) => sign * ((a.members ?? 0) - (b.members ?? 0)));
}
