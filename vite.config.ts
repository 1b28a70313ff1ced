import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), tsconfigPaths()],
  server: { host: "127.0.0.1" },
  // Forty files of a kilobyte each cost a phone more than the few they become.
  build: { target: "es2022", cssMinify: "esbuild", reportCompressedSize: false, rollupOptions: { output: { experimentalMinChunkSize: 12_000 } } },
});
