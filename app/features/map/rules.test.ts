import { describe, expect, test } from "vitest";

import { projection } from "./projection";
import { firstOfEach, frameAround, homeLabel, labelsOf, project, radiusOf, sorted, stepOf, worldFrame, type Dot } from "./rules";

type Projection = { (place: [number, number]): [number, number] | null; rotate(angles: number[]): Projection; scale(scale: number): Projection; translate(to: number[]): Projection };
// The library with which the coastlines were drawn has no types.
const { geoNaturalEarth1 } = (await import("d3-geo" as string)) as { geoNaturalEarth1(): Projection };

describe("where a place falls on the drawing", () => {
  const expected = geoNaturalEarth1().rotate([-projection.turned, 0]).scale(projection.scale).translate([projection.x, projection.y]);

  test.each([
    ["London", 51.51, -0.13],
    ["Vladivostok", 43.12, 131.89],
    ["Honolulu, over the edge of the turned world", 21.31, -172],
    ["Sydney", -33.87, 151.21],
    ["Svalbard", 78.2, 15.6],
    ["nowhere, in the Gulf of Guinea", 0, 0],
  ])("%s falls where the coasts were drawn for it", (_name, lat, lon) => {
    const [x = 0, y = 0] = expected([lon, lat]) ?? [];
    const place = project(lat, lon);
    expect(Math.abs(place.x - x)).toBeLessThan(0.1);
    expect(Math.abs(place.y - y)).toBeLessThan(0.1);
  });

  test("the north is above, the east at the right", () => {
    expect(project(60, 30).y).toBeLessThan(project(50, 30).y);
    expect(project(50, 40).x).toBeGreaterThan(project(50, 30).x);
  });
});

describe("how large and how dark", () => {
  test("a city of ten or fewer looks like one of ten, and not like nothing", () => {
    expect(radiusOf(null)).toBe(radiusOf(10));
    expect(radiusOf(2270)).toBeGreaterThan(radiusOf(1000));
  });

  test.each([
    [null, 1],
    [100, 1],
    [105, 2],
    [500, 2],
    [505, 3],
    [2500, 4],
    [9600, 5],
  ])("%s members are step %i", (members, step) => expect(stepOf(members)).toBe(step));
});

describe("the part that is shown", () => {
  test("is the world when nothing is chosen", () => expect(frameAround([])).toEqual(worldFrame));

  test("holds every chosen place, keeps the shape of the whole and stays inside it", () => {
    for (const points of [[project(51.5, -0.1), project(60.2, 24.9)], [project(64, -150), project(33, -84)], [project(-37.8, 145)], [project(55.7, 37.6), project(43.1, 131.9)]]) {
      const frame = frameAround(points);
      for (const { x, y } of points) {
        expect(x).toBeGreaterThan(frame.x);
        expect(x).toBeLessThan(frame.x + frame.width);
        expect(y).toBeGreaterThan(frame.y);
        expect(y).toBeLessThan(frame.y + frame.height);
      }
      expect(frame.width / frame.height).toBeCloseTo(projection.width / projection.height, 1);
      expect(Math.min(frame.x, frame.y)).toBeGreaterThanOrEqual(0);
      expect(frame.x + frame.width).toBeLessThanOrEqual(projection.width + 0.1);
      expect(frame.y + frame.height).toBeLessThanOrEqual(projection.height + 0.1);
    }
  });

  test("does not come so near to one place that the coast turns into corners", () => expect(frameAround([project(25.2, 55.3)]).width).toBe(240));
});

describe("names on the map", () => {
  const dot = (name: string, x: number, y: number, r = 10): Dot & { name: string } => ({ name, x, y, r });

  test("stand beside their dots, never over another name, the first ones first", () => {
    const dots = [dot("Москва", 500, 300), dot("Тула", 505, 302), dot("Тверь", 498, 297), dot("Рязань", 503, 299), dot("Калуга", 501, 301), dot("Сеул", 900, 300)];
    const labels = labelsOf(dots, { frame: worldFrame, dots, most: 9 });
    expect(labels.map(({ text }) => text)).toContain("Сеул");
    expect(labels[0]?.text).toBe("Москва");
    expect(labels.length).toBeLessThan(dots.length);
  });

  test("turn to the side where fewer dots are covered", () => {
    const dots = [dot("Лондон", 500, 300), dot("", 540, 300), dot("", 560, 300)];
    expect(labelsOf(dots.slice(0, 1), { frame: worldFrame, dots, most: 1 })).toMatchObject([{ text: "Лондон", anchor: "end" }]);
  });

  test("do not leave the picture, nor stand on the name of our own country", () => {
    const [edge] = labelsOf([dot("Владивосток", 1590, 300)], { frame: worldFrame, dots: [], most: 1 });
    expect(edge?.anchor).toBe("end");
    const { text, box } = homeLabel(worldFrame);
    const under = labelsOf([dot("Ташкент", text.x - 40, text.y - 10, 3)], { frame: worldFrame, dots: [], most: 1, taken: [box] });
    for (const { y } of under) expect(y < box.top || y > box.bottom).toBe(true);
  });

  test("are as many as were asked for", () => {
    const dots = [1, 2, 3, 4].map((n) => dot(`Қала${n}`, n * 300, 200));
    expect(labelsOf(dots, { frame: worldFrame, dots, most: 2 })).toHaveLength(2);
  });
});

describe("the order of the table", () => {
  const rows = [
    { name: "Алматы", members: 20 },
    { name: "Әулиеата", members: null },
    { name: "Брно", members: 20 },
    { name: "Қазан", members: 415 },
  ];
  const names = (sort: Parameters<typeof sorted>[1]) => sorted(rows, sort).map(({ name }) => name);

  test("is the reader's alphabet, which the database brought", () => expect(names("name")).toEqual(rows.map(({ name }) => name)));
  test("turned about, too", () => expect(names("-name")).toEqual(["Қазан", "Брно", "Әулиеата", "Алматы"]));
  test("or by members, the same numbers by name, ten or fewer at the end", () => expect(names("-members")).toEqual(["Қазан", "Алматы", "Брно", "Әулиеата"]));
  test("or the smallest first", () => expect(names("members")).toEqual(["Әулиеата", "Алматы", "Брно", "Қазан"]));
});

test("of every group the first one is taken", () => expect(firstOfEach(["Прага", "Париж", "Рим"], (name) => name.slice(0, 1))).toEqual(["Прага", "Рим"]));
