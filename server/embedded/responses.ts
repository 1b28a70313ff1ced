/** A JSON response of the auth service. */
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

/** A refusal in GoTrue's format. */
export const refuse = (status: number, code: string, msg: string, more: Record<string, unknown> = {}) =>
  json({ code: status, error_code: code, msg, ...more }, status, { "x-sb-error-code": code });

/** An internal error in GoTrue's format. While the database is away it is a 503: on a 500 supabase-js drops the person's session. */
export const failed = (isDatabaseAway: boolean) =>
  refuse(isDatabaseAway ? 503 : 500, "unexpected_failure", "Unexpected failure, please check server logs for more information");

/** The body of a request as an object; anything that is not a JSON object becomes an empty one. */
export async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const body: unknown = await request.json().catch(() => null);
  return body !== null && typeof body === "object" ? (body as Record<string, unknown>) : {};
}

/** The same request with another body. */
export function withBody(request: Request, body: unknown): Request {
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  return new Request(request.url, { method: request.method, headers, body: JSON.stringify(body) });
}

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
