import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), tsconfigPaths()],
  server: { host: "127.0.0.1" },
  build: {
    target: "es2022",
    minify: "terser",
    terserOptions: { module: true, compress: { passes: 2 }, format: { comments: false } },
    cssMinify: "esbuild",
    reportCompressedSize: false,
    // Forty files of a kilobyte each cost a phone more than the few they become.
    rollupOptions: { output: { experimentalMinChunkSize: 12_000 } },
  },
});
