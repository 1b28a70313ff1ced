import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse } from "@remix-run/react";

import { describeFault } from "./core/fault";
import { renderDocument } from "./core/render.server";

export default renderDocument;

/** A fault, once per request, under the number that the reader is shown. What the browser broke off, or asked for in vain, is none. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  console.error(JSON.stringify({ level: "error", requestId: context.requestId, fault: describeFault(error) }));
}

export { connectBackend } from "./core/supabase/backend.server";
export { openVisit } from "./core/session.server";
export { chooseLocale } from "./core/request-locale";
export { isReady, listChangedPages } from "./core/page-versions.server";
export { jobs } from "./jobs.server";
export { sendAuthMail } from "./features/account/auth-mail.server";
