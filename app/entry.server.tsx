import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse } from "@remix-run/react";

import { describeFault } from "./core/fault";
import { unavailable } from "./core/http";
import { isOutage } from "./core/outage";
import { renderDocument } from "./core/render.server";

export default renderDocument;

/** Logs a fault, once per request, under the number that the reader is shown. An aborted request or a 4xx is no fault. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  console.error(JSON.stringify({ level: "error", requestId: context.requestId, fault: describeFault(error) }));
}

/** Contexts of requests for which it is already logged that the database was away: several loaders of a page meet it. */
const toldAway = new WeakSet<object>();

/** Translates what a loader or an action threw: a database that is away becomes a 503, whose page asks the reader to try again in a minute. */
export function explain(error: unknown, args: LoaderFunctionArgs | ActionFunctionArgs): unknown {
  if (!isOutage(error)) return error;
  if (!toldAway.has(args.context)) handleError(error, args);
  toldAway.add(args.context);
  return unavailable();
}

export { connectBackend } from "./core/supabase/backend.server";
export { openVisit } from "./core/session.server";
export { chooseLocale } from "./core/request-locale";
export { isReady, listChangedPages } from "./core/page-versions.server";
export { jobs } from "./jobs.server";
export { sendAuthMail } from "./features/account/auth-mail.server";
