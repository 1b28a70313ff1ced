import { flatRoutes } from "@remix-run/fs-routes";
import type { RouteConfig, RouteConfigEntry } from "@remix-run/route-config";

/** Resource routes have no language; every page stands under `/:lang`, put there once, so that files are named by what they are. */
const isPage = (entry: RouteConfigEntry) => !entry.id?.startsWith("routes/api.");

export default (async () => {
  const entries = await flatRoutes();
  return [
    ...entries.filter((entry) => !isPage(entry)),
    { id: "locale", path: ":lang", file: "core/i18n/locale-layout.tsx", children: entries.filter(isPage) },
  ];
})() satisfies Promise<RouteConfig>;
