import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse } from "@remix-run/react";

import { isAway } from "./core/away";
import { describeFault } from "./core/fault";
import { unavailable } from "./core/http";
import { renderDocument } from "./core/render.server";

export default renderDocument;

/** A fault, once per request, under the number that the reader is shown. What the browser broke off, or asked for in vain, is none. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  console.error(JSON.stringify({ level: "error", requestId: context.requestId, fault: describeFault(error) }));
}

/** Requests of which the log says already that the database was away: several loaders of a page meet it. */
const toldAway = new WeakSet<object>();

/** What a loader or an action threw, as it is thrown on: a database that is away becomes a 503, whose page sends the reader back in a minute. */
export function explain(error: unknown, args: LoaderFunctionArgs | ActionFunctionArgs): unknown {
  if (!isAway(error)) return error;
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
