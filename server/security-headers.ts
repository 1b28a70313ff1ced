import { randomBytes } from "node:crypto";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";

import helmet from "helmet";

export const newNonce = (): string => randomBytes(16).toString("base64");

/** The Content-Security-Policy of one response. `scripts`: the sources allowed for its inline scripts, a nonce or hashes. */
export function contentSecurityPolicy(scripts: string[], { isDevelopment = false, isSecure = false } = {}): string {
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", ...scripts],
    // Components set dimensions (the length of a bar) in style attributes.
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

/** All security headers but the Content-Security-Policy, which each response sets itself. They are the same for every response, so helmet runs only once. */
export function securityHeaders(isSecure: boolean): [string, string][] {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  const protect = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    // With "no-referrer", forms submitted without JavaScript would lose their Origin.
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: "deny" },
  });
  protect(answer.req, answer, (error?: unknown) => {
    if (error) throw error instanceof Error ? error : new Error("helmet failed");
  });
  return Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]);
}
