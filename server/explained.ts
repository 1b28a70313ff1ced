import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";

import type { AppModule } from "./app-module";

/** What Remix answers with, and what the server asks for besides. */
export type Built = ServerBuild & { entry: { module: AppModule } };
type Asked = LoaderFunctionArgs | ActionFunctionArgs;

/** The build whose loaders and actions throw what the app makes of their failures: to whatever is no answer itself Remix says 500. */
export function explained(build: ServerBuild & { entry: { module: Pick<AppModule, "explain"> } }): ServerBuild {
  const { explain } = build.entry.module;
  const around = <Args extends Asked, Answer>(handle: ((args: Args) => Answer) | undefined) =>
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
