/** An answer of the auth service. */
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

/** A refusal in GoTrue's words. */
export const refuse = (status: number, code: string, msg: string) => json({ code: status, error_code: code, msg }, status);
