import { useRouteLoaderData } from "@remix-run/react";

import type { Viewer } from "./viewer.server";

/** Who looks at the page, as the root's loader found them; null for visitors, and where the page failed before it was known. */
export const useViewer = (): Viewer | null => useRouteLoaderData<{ viewer: Viewer | null }>("root")?.viewer ?? null;
