import type { Server } from "node:http";
import { join } from "node:path";

import { createRequestHandler } from "@remix-run/node";

import type { Site } from "./app";
import { explainErrors, type AppBuild } from "./explain-errors";
import { routeWords } from "./logged-path";

/**
 * The site during development: Vite behind the same guards. The server build is loaded again for each page; `app`, with its connections, stays the first one.
 */
export async function openDevelopment(server: Server, projectDir: string): Promise<Site> {
  const { createServer } = await import("vite");
  const vite = await createServer({ root: projectDir, server: { middlewareMode: true, hmr: { server } } });
  const load = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<AppBuild>;
  const first = await load();
  return {
    app: first.entry.module,
    render: async (request, context) => {
      const remix = createRequestHandler(explainErrors(await load()), "development");
      return remix(request, context as Parameters<typeof remix>[1]);
    },
    clientFolder: join(projectDir, "public"),
    words: routeWords(first.routes),
    development: (request, response, next) => vite.middlewares(request, response, next),
  };
}
