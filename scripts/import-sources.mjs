import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { build } from "esbuild";

const projectDir = resolve(import.meta.dirname, "..");
const bundles = resolve(projectDir, "node_modules/.cache/sources");

/**
 * Bundles TypeScript files of the project for Node and imports them: `await importSources("server/embedded/index.ts", …)` returns all their exports in one
 * object.
 */
export async function importSources(...files) {
  await build({
    entryPoints: files,
    absWorkingDir: projectDir,
    outdir: bundles,
    outExtension: { ".js": ".mjs" },
    entryNames: "[name]",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  const modules = files.map((file) => import(pathToFileURL(resolve(bundles, `${basename(file, ".ts")}.mjs`)).href));
  return Object.assign({}, ...(await Promise.all(modules)));
}
