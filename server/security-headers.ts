import { randomBytes } from "node:crypto";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";

import helmet from "helmet";

export const newNonce = (): string => randomBytes(16).toString("base64");

/** The policy of one answer. `scripts`: what its inline scripts may be, a nonce or hashes. */
export function contentSecurityPolicy(scripts: string[], { isDevelopment = false, isSecure = false } = {}): string {
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", ...scripts],
    // Components carry measures (a bar's length) in style attributes.
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(isDevelopment ? ["ws:"] : [])],
    "worker-src": ["'self'", "blob:"],
    "manifest-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "form-action": ["'self'"],
    ...(isSecure ? { "upgrade-insecure-requests": [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(" "))
    .join("; ");
}

/** Everything but the policy of scripts, which each answer brings itself: the same for all answers, so helmet is asked once. */
export function securityHeaders(isSecure: boolean): [string, string][] {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  const protect = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    // "no-referrer" would take the Origin away from forms without JavaScript.
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: "deny" },
  });
  protect(answer.req, answer, (error?: unknown) => {
    if (error) throw error instanceof Error ? error : new Error("helmet failed");
  });
  return Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]);
}
