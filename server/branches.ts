import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

import type { Render } from "./pages";

type Routes = ServerBuild["routes"];
type Tree = { id: string; path?: string; caseSensitive?: boolean } & ({ index: true } | { index?: false; children: Tree[] });

const mostAddresses = 10_000;

function treeOf(routes: Routes, parent?: string): Tree[] {
  const own = Object.values(routes).flatMap((route) => (route && (route.parentId ?? undefined) === parent ? [route] : []));
  return own.map(({ id, path, caseSensitive, index }) => ({ id, path, caseSensitive, ...(index ? { index: true } : { children: treeOf(routes, id) }) }));
}

/** The build with these routes alone. */
function branchOf(build: ServerBuild, ids: string[]): ServerBuild {
  const only = <Route>(routes: Record<string, Route>) => Object.fromEntries(Object.entries(routes).filter(([id]) => ids.includes(id)));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}

/** The address of the page of which an address asks the data: Remix asks for `/kk/me.data`. */
const pageOf = (pathname: string) => pathname.replace(/(\/_root)?\.data$/, "") || "/";

/**
 * Remix goes through all routes several times in each request, to find the two or three that answer it. Here they are found once for an address, and what
 * answers knows no others. An address that no route answers is left to all of them.
 */
export function answerByBranch(build: ServerBuild): Render {
  type Handler = ReturnType<typeof createRequestHandler>;
  const all = createRequestHandler(build, "production");
  const tree = treeOf(build.routes);
  const handlers = new Map<string, Handler>();
  const known = new Map<string, Handler>();

  function handlerFor(pathname: string): Handler {
    const ids = matchRoutes(tree, pathname, build.basename)?.map(({ route }) => route.id);
    if (!ids) return all;
    const name = ids.join();
    const handler = handlers.get(name) ?? createRequestHandler(branchOf(build, ids), "production");
    handlers.set(name, handler);
    return handler;
  }

  return (request, context) => {
    const pathname = pageOf(new URL(request.url).pathname);
    const handler = known.get(pathname) ?? handlerFor(pathname);
    if (known.size >= mostAddresses) known.clear();
    known.set(pathname, handler);
    // The server knows less of a visit than the app, and hands it on as it is.
    return handler(request, context as Parameters<Handler>[1]);
  };
}
