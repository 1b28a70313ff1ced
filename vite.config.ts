import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Rollup } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

import remixConfig from "./remix.config.js";

/** The modules that every page for visitors consists of. */
const everywhere = /\/app\/(entry\.client|root|routes\/_site)\.tsx/;

/** Puts what every page needs into one chunk: forty files of a kilobyte each cost a phone more than a few larger ones. */
function shellChunk(): Rollup.GetManualChunk {
  let shell: Set<string> | undefined;
  return (id, { getModuleIds, getModuleInfo }) => {
    shell ??= reachedFrom([...getModuleIds()].filter((module) => everywhere.test(module)), getModuleInfo);
    return shell.has(id) && !everywhere.test(id) ? "shell" : undefined;
  };
}

function reachedFrom(starts: string[], getModuleInfo: Rollup.GetModuleInfo): Set<string> {
  const reached = new Set(starts);
  for (const id of reached) for (const imported of getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
  return reached;
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig), tsconfigPaths()],
  server: { host: "127.0.0.1" },
  build: {
    target: "es2022",
    // Not minified on the server, so that stack traces in its log stay readable.
    minify: isSsrBuild ? false : "terser",
    terserOptions: { module: true, compress: { passes: 2 }, format: { comments: false } },
    cssMinify: "esbuild",
    reportCompressedSize: false,
    rollupOptions: {
      // Routes without a screen produce empty bundles for the browser, as they should.
      onwarn: (warning, warn) => void (warning.code !== "EMPTY_BUNDLE" && warn(warning)),
      output: { experimentalMinChunkSize: 12_000, ...(isSsrBuild ? {} : { manualChunks: shellChunk() }) },
    },
  },
}));
