import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse } from "@remix-run/react";

import { renderDocument } from "./core/render.server";

export default renderDocument;

/** A fault, once per request, under the number that the reader is shown. What the browser broke off, or asked for in vain, is none. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  console.error(JSON.stringify({ level: "error", requestId: context.requestId, fault: describe(error) }));
}

function describe(error: unknown): unknown {
  if (error instanceof Error) return { name: error.name, message: error.message, stack: error.stack };
  if (error && typeof error === "object" && "message" in error) return { ...error };
  return String(error);
}

export { connectBackend } from "./core/supabase/backend.server";
export { openVisit } from "./core/session.server";
export { chooseLocale } from "./core/request-locale";
export { isReady, listChangedPages } from "./core/page-versions.server";
export { jobs } from "./jobs.server";
export { sendAuthMail } from "./features/account/auth-mail.server";
