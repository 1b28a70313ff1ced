import type { EntryContext, ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";

import type { LoadContext } from "./pages";
import { createBranchHandler } from "./route-branches";

const pages = {
  root: { path: "" },
  "routes/_site": { parentId: "root", path: ":lang" },
  "routes/_site._index": { parentId: "routes/_site", index: true },
  "routes/_site.events.$slug": { parentId: "routes/_site", path: "events/:slug" },
  "routes/_site.events.new": { parentId: "routes/_site", path: "events/new" },
  "routes/api.robots": { parentId: "root", path: "robots.txt" },
};

/** A site whose pages each say which routes matched, what data they got, and how many routes there were to search. */
function build(): ServerBuild {
  const routes = Object.entries(pages).map(([id, page]) => {
    const module = id.startsWith("routes/api") ? { loader: () => new Response("robots") } : { default: () => null, loader: ({ params }: { params: object }) => params };
    return [id, { id, ...page, module }];
  });
  const assets = Object.keys(pages).map((id) => [id, { id, hasLoader: true, module: `${id}.js` }]);
  const handleRequest = (_request: Request, status: number, headers: Headers, { staticHandlerContext, manifest }: EntryContext) =>
    Response.json({ matches: staticHandlerContext.matches.map(({ route }) => route.id), data: staticHandlerContext.loaderData, among: Object.keys(manifest.routes).length }, { status, headers });
  return {
    routes: Object.fromEntries(routes),
    assets: { routes: Object.fromEntries(assets), entry: { imports: [], module: "" }, url: "", version: "" },
    entry: { module: { default: handleRequest, handleError: () => {} } },
    future: { v3_singleFetch: true },
    publicPath: "/",
    assetsBuildDirectory: "",
    isSpaMode: false,
    // Only the parts of a build that answering a request needs.
  } as unknown as ServerBuild;
}

const context = {} as LoadContext;
const answer = createBranchHandler(build());
const ask = async (path: string) => {
  const response = await answer(new Request(`http://site.example${path}`), context);
  return { status: response.status, text: await response.text() };
};
const page = async (path: string) => JSON.parse((await ask(path)).text) as { matches: string[]; data: Record<string, unknown>; among: number };

test("a page is answered by its own branch alone", async () => {
  const event = { matches: ["root", "routes/_site", "routes/_site.events.$slug"], data: { "routes/_site.events.$slug": { lang: "kk", slug: "toi" } }, among: 3 };
  expect(await page("/kk/events/toi")).toMatchObject(event);
  // Again, now that the handler for this address is cached.
  expect(await page("/kk/events/toi?page=2")).toMatchObject(event);
  expect((await page("/kk")).matches).toEqual(["root", "routes/_site", "routes/_site._index"]);
});

test("of two routes that would do, the more exact one answers", async () => {
  expect((await page("/kk/events/new")).matches.at(-1)).toBe("routes/_site.events.new");
});

test("what a page asks for its data is answered by the page’s branch", async () => {
  const { status, text } = await ask("/kk/events/toi.data");
  expect(status).toBe(200);
  expect(text).toContain("routes/_site.events.$slug");
  expect(text).toContain("toi");
});

test("a route without a page answers by itself", async () => {
  expect(await ask("/robots.txt")).toEqual({ status: 200, text: "robots" });
});

test("what no route answers is not found, whatever was asked before", async () => {
  expect((await ask("/kk/nothing/here")).status).toBe(404);
  expect((await ask("/kk/nothing/here")).status).toBe(404);
});
