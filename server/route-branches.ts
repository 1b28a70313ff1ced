import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

import type { Render } from "./pages";

type Routes = ServerBuild["routes"];
type Tree = { id: string; path?: string; caseSensitive?: boolean } & ({ index: true } | { index?: false; children: Tree[] });

const mostAddresses = 10_000;

function treeOf(routes: Routes, parent?: string): Tree[] {
  const children = Object.values(routes).flatMap((route) => (route && (route.parentId ?? undefined) === parent ? [route] : []));
  return children.map(({ id, path, caseSensitive, index }) => {
    const route = { id, path, caseSensitive };
    return index ? { ...route, index: true } : { ...route, children: treeOf(routes, id) };
  });
}

/** The build reduced to these routes. */
function branchOf(build: ServerBuild, ids: string[]): ServerBuild {
  const only = <Route>(routes: Record<string, Route>) => Object.fromEntries(Object.entries(routes).filter(([id]) => ids.includes(id)));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}

/** The address of the page whose data is requested: Remix requests `/kk/me.data` for the data of `/kk/me`. */
const pageOf = (pathname: string) => pathname.replace(/(\/_root)?\.data$/, "") || "/";

/**
 * Remix searches all routes several times per request to find the two or three that match. Here they are found once per address, and the handler for it knows
 * no other routes. An address that matches no route goes to a handler that knows them all.
 */
export function createBranchHandler(build: ServerBuild): Render {
  type Handler = ReturnType<typeof createRequestHandler>;
  const all = createRequestHandler(build, "production");
  const tree = treeOf(build.routes);
  const handlers = new Map<string, Handler>();
  const handlersByAddress = new Map<string, Handler>();

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
    const handler = handlersByAddress.get(pathname) ?? handlerFor(pathname);
    if (handlersByAddress.size >= mostAddresses) handlersByAddress.clear();
    handlersByAddress.set(pathname, handler);
    // The server's type for a visit is narrower than the app's; it is passed on unchanged.
    return handler(request, context as Parameters<Handler>[1]);
  };
}
