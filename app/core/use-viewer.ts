import { useRouteLoaderData } from "@remix-run/react";

import type { Viewer } from "./viewer.server";

/** The reader of the page, from the root's loader; null for visitors, and if the page failed before that had answered. */
export const useViewer = (): Viewer | null => useRouteLoaderData<{ viewer: Viewer | null }>("root")?.viewer ?? null;
