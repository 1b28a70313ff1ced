import { flatRoutes } from "@remix-run/fs-routes";
import { prefix, type RouteConfig, type RouteConfigEntry } from "@remix-run/route-config";

/** Resource routes have no language; those that stand for a file (`api.sitemap[.]xml.ts`) live at the root of the host. */
const isResource = (entry: RouteConfigEntry) => entry.id?.startsWith("routes/api.") ?? false;
const isFile = (entry: RouteConfigEntry) => /^api\/[^/]+\.[a-z]+$/.test(entry.path ?? "");
const atRoot = (entry: RouteConfigEntry) => (isFile(entry) ? { ...entry, path: entry.path?.replace("api/", "") } : entry);

/** Every page is under its language; the prefix is added here, so that the names of files need none. */
export default (async () => {
  const entries = await flatRoutes();
  return [...entries.filter(isResource).map(atRoot), ...prefix(":lang", entries.filter((entry) => !isResource(entry)))];
})() satisfies Promise<RouteConfig>;
