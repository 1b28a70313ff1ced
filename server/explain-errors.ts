import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";

import type { AppModule } from "./app-module";

/** The build that Remix serves, with the exports that the server needs besides. */
export type AppBuild = ServerBuild & { entry: { module: AppModule } };
type HandlerArgs = LoaderFunctionArgs | ActionFunctionArgs;

/**
 * The build with every loader and action wrapped, so that what it throws goes through the app's `explain` first: Remix answers 500 to anything thrown that is
 * not a response.
 */
export function explainErrors(build: ServerBuild & { entry: { module: Pick<AppModule, "explain"> } }): ServerBuild {
  const { explain } = build.entry.module;
  const around = <Args extends HandlerArgs, Answer>(handle: ((args: Args) => Answer) | undefined) =>
    handle &&
    (async (args: Args) => {
      try {
        return await handle(args);
      } catch (error) {
        throw explain(error, args);
      }
    });
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader, action } = route?.module ?? {};
    return [id, route && { ...route, module: { ...route.module, loader: around(loader), action: around(action) } }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}
