import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Rollup } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

import remixConfig from "./remix.config.js";

/** Of these is every page for visitors made. */
const everywhere = /\/app\/(entry\.client|root|routes\/_site)\.tsx/;

/** What every page needs travels as one file: forty of a kilobyte each cost a phone more than the few they become. */
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
    // The server's own code is named in its log.
    minify: isSsrBuild ? false : "terser",
    terserOptions: { module: true, compress: { passes: 2 }, format: { comments: false } },
    cssMinify: "esbuild",
    reportCompressedSize: false,
    rollupOptions: {
      // Routes without a screen leave nothing for browsers, which is as it should be.
      onwarn: (warning, warn) => void (warning.code !== "EMPTY_BUNDLE" && warn(warning)),
      output: { experimentalMinChunkSize: 12_000, ...(isSsrBuild ? {} : { manualChunks: shellChunk() }) },
    },
  },
}));
