/**
 * Draws the world map: app/features/map/world.svg (shapes with ISO codes as ids) and app/features/map/projection.ts (the numbers of the projection, to place
 * coordinates on it). Source: Natural Earth 1:50m through world-atlas, Natural Earth projection rotated by 11°, borders as recognised by the United Nations.
 * node scripts/build-basemap.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";

import { geoContains, geoNaturalEarth1, geoPath } from "d3-geo";
import { geoStitch } from "d3-geo-projection";
import { feature, merge } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const width = 1600;
const turned = 11;
/** Degrees of latitude: Antarctica and the empty polar seas are left out. */
const south = -56;
const north = 83;

const countries = readFileSync("supabase/seed/reference/countries.csv", "utf8").trim().split("\n").slice(1).map((line) => line.split(","));
const names = new Intl.DisplayNames("en", { type: "region" });
/** Names in world-atlas that differ from Unicode's. */
const atlasNames = { US: "United States of America", TR: "Turkey", CZ: "Czechia", KR: "South Korea", GB: "United Kingdom", AE: "United Arab Emirates" };
const hosts = countries.map(([iso2]) => ({ iso2, name: atlasNames[iso2] ?? names.of(iso2) }));
/** Parts of a host country according to the United Nations that are separate in the source. */
const partsOf = { CN: ["Hong Kong", "Macao", "Taiwan"] };

const atlas = JSON.parse(readFileSync("node_modules/world-atlas/countries-50m.json", "utf8"));
// `simplify` drops all points without a weight: `presimplify` decodes the quantised arcs and weighs their points first.
const topology = simplify(presimplify(atlas, areaOnTheSphere), 1.25e-5);
const geometries = topology.objects.countries.geometries.filter(({ properties }) => properties.name !== "Antarctica");
moveCrimea(geometries);

const projection = geoNaturalEarth1().rotate([-turned, 0]).scale(1).translate([0, 0]);
fit();
const path = geoPath(projection);

const takenNames = new Set(["Kazakhstan", ...hosts.map(({ name }) => name), ...Object.values(partsOf).flat()]);
const shapes = [
  ["land", merge(topology, geometries.filter(({ properties }) => !takenNames.has(properties.name)))],
  ...hosts.map(({ iso2, name }) => [iso2, merge(topology, pick([name, ...(partsOf[iso2] ?? [])]))]),
  ["KZ", merge(topology, pick(["Kazakhstan"]))],
];
const drawn = shapes.map(([id, shape]) => `<path id="${id}" d="${draw(shape, id === "land" ? 7 : 3)}"/>`);
const [land, ...rest] = drawn;
// Grouped, so that one `<use>` can draw all host countries.
const grouped = [land, `<g id="hosts">`, ...rest.slice(0, -1), "</g>", ...rest.slice(-1)];
const height = Math.ceil(projection([turned, south])[1]);
writeFileSync("app/features/map/world.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">\n${grouped.join("\n")}\n</svg>\n`);

const [x, y] = projection.translate();
const round = (number) => Math.round(number * 1000) / 1000;
writeFileSync(
  "app/features/map/projection.ts",
  `// Written by scripts/build-basemap.mjs together with world.svg.
export const projection = { width: ${width}, height: ${height}, turned: ${turned}, scale: ${round(projection.scale())}, x: ${round(x)}, y: ${round(y)} } as const;
`,
);
console.log(`world.svg: ${Math.round(drawn.join("").length / 102.4) / 10} KB, ${width} × ${height}`);

/** Area of a triangle in steradians, the weight of its middle point: a flat area would weigh points differently by latitude. */
function areaOnTheSphere([[x0, y0], [x1, y1], [x2, y2]]) {
  const radians = Math.PI / 180;
  const flat = Math.abs((x0 - x2) * (y1 - y0) - (x0 - x1) * (y2 - y0)) / 2;
  return flat * Math.cos(y1 * radians) * radians * radians;
}

function pick(wanted) {
  const found = geometries.filter(({ properties }) => wanted.includes(properties.name));
  if (found.length !== wanted.length) throw new Error(`The atlas does not know all of: ${wanted.join(", ")}`);
  return found;
}

/** The source shows who controls Crimea; the United Nations recognise it as part of Ukraine (A/RES/68/262). */
function moveCrimea(all) {
  const simferopol = [34.1, 44.95];
  const russia = all.find(({ properties }) => properties.name === "Russia");
  const ukraine = all.find(({ properties }) => properties.name === "Ukraine");
  const holds = (arcs) => geoContains(feature(topology, { type: "Polygon", arcs }), simferopol);
  const crimea = russia.arcs.filter(holds);
  if (crimea.length !== 1) throw new Error("Crimea was not found where the source has it.");
  russia.arcs = russia.arcs.filter((arcs) => !crimea.includes(arcs));
  const ukrainian = ukraine.type === "Polygon" ? [ukraine.arcs] : ukraine.arcs;
  Object.assign(ukraine, { type: "MultiPolygon", arcs: [...ukrainian, ...crimea] });
}

/** Sets the scale and position: the whole width of the world, from the north of Greenland downwards. */
function fit() {
  const left = projection([turned - 179.999, 0])[0];
  const right = projection([turned + 179.999, 0])[0];
  const scale = width / (right - left);
  projection.scale(scale).translate([width / 2, 0]);
  projection.translate([width / 2, -projection([turned, north])[1]]);
}

/** A path of whole numbers in relative steps; specks smaller than `least` square units are left out. */
function draw(shape, least) {
  const rings = [];
  let ring = [];
  const collect = {
    moveTo: (px, py) => (ring = [[px, py]]),
    lineTo: (px, py) => ring.push([px, py]),
    closePath: () => rings.push(ring),
    arc() {},
  };
  path.context(collect)(geoStitch({ type: "Feature", properties: {}, geometry: shape }));
  return rings
    .map((points) => points.map(([px, py]) => [Math.round(px), Math.round(py)]))
    .filter((points) => Math.abs(areaOf(points)) >= least)
    .map(written)
    .join("");
}

function areaOf(points) {
  return points.reduce((sum, [px, py], at) => {
    const [nx, ny] = points[(at + 1) % points.length];
    return sum + (px * ny - nx * py) / 2;
  }, 0);
}

function written(points) {
  const distinct = points.filter(([px, py], at) => at === 0 || px !== points[at - 1][0] || py !== points[at - 1][1]);
  const [first, ...rest] = distinct;
  let [lx, ly] = first;
  const steps = rest.map(([px, py]) => {
    const step = `${px - lx} ${py - ly}`;
    [lx, ly] = [px, py];
    return step;
  });
  return `M${first.join(" ")}l${steps.join(" ")}z`.replaceAll(" -", "-");
}
