import { crc32, deflateSync } from "node:zlib";

/**
 * A picture of flat colours as a PNG with a palette: its 256 most frequent colours; all other pixels get the nearest of these. `rgba`: four bytes per pixel.
 */
export function palettePng(rgba, width, height) {
  const pixels = new Uint32Array(width * height);
  const counts = new Map();
  for (let at = 0; at < pixels.length; at++) {
    const colour = (rgba[at * 4] << 16) | (rgba[at * 4 + 1] << 8) | rgba[at * 4 + 2];
    pixels[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([colour]) => colour);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const placeOf = (colour) => {
    const known = places.get(colour) ?? nearest(palette, colour);
    places.set(colour, known);
    return known;
  };

  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = placeOf(pixels[y * width + x]);
  return png({ width, height, bits: 8, palette: palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]), rows });
}

/** A mask as a PNG: sixteen steps from transparent to black. `alpha`: one byte per pixel; the width must be even. */
export function maskPng(alpha, width, height) {
  const step = (at) => Math.round(alpha[at] / 17);
  const line = width / 2 + 1;
  const rows = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x += 2) rows[y * line + 1 + x / 2] = (step(y * width + x) << 4) | step(y * width + x + 1);
  return png({ width, height, bits: 4, palette: Array(48).fill(0), opacities: Array.from({ length: 16 }, (_, at) => at * 17), rows });
}

function png({ width, height, bits, palette, opacities, rows }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette)),
    ...(opacities ? [chunk("tRNS", Buffer.from(opacities))] : []),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function nearest(palette, colour) {
  const distance = (other) => ((other >> 16) - (colour >> 16)) ** 2 + (((other >> 8) & 255) - ((colour >> 8) & 255)) ** 2 + ((other & 255) - (colour & 255)) ** 2;
  return palette.reduce((best, other, place) => (distance(other) < distance(palette[best]) ? place : best), 0);
}

function chunk(name, body) {
  const named = Buffer.concat([Buffer.from(name), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
