// Bundles the server next to the built site, and compresses the site's files in advance, so that they can be sent as they are.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import { build } from "esbuild";

await build({
  entryPoints: { server: "server/main.ts", "load-demo": "supabase/seed/load-demo.ts" },
  outdir: "build",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  splitting: true,
  chunkNames: "server-chunks/[name]-[hash]",
  sourcemap: true,
  logLevel: "warning",
});

const packable = new Set([".js", ".css", ".svg", ".json", ".webmanifest", ".txt", ".xml", ".ico"]);
const smallest = 1024;
const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

const filesBelow = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

if (!process.argv.includes("--server-only")) {
  const files = filesBelow("build/client").filter((file) => packable.has(extname(file)) && statSync(file).size >= smallest);
  await Promise.all(
    files.map(async (file) => {
      const body = readFileSync(file);
      const [br, gzipped] = await Promise.all([brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }), gz(body, { level: 9 })]);
      writeFileSync(`${file}.br`, br);
      writeFileSync(`${file}.gz`, gzipped);
    }),
  );
}
