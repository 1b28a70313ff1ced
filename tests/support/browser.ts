import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { openVisit } from "~/core/session.server";

export type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;
export type Answer = {
  status: number;
  headers: Headers;
  /** Where the response redirects to, without the host; null if it does not redirect. */
  to: string | null;
  data: unknown;
};
type Asked = { params?: Record<string, string>; headers?: Record<string, string> };

const site = "http://127.0.0.1:3000";

/** A person's browser: keeps cookies and calls loaders and actions as the server does, with one visit per request. */
export class Browser {
  readonly jar = new Map<string, string>();

  get(loader: Handler, path: string, asked: Asked = {}): Promise<Answer> {
    return this.call(loader, new Request(site + path, { headers: this.headers(asked) }), asked);
  }

  post(action: Handler, path: string, fields: Record<string, string>, asked: Asked = {}): Promise<Answer> {
    const body = new URLSearchParams(fields);
    return this.call(action, new Request(site + path, { method: "POST", headers: this.headers(asked), body }), asked);
  }

  private headers({ headers }: Asked): Headers {
    const sent = new Headers(headers);
    if (this.jar.size > 0) sent.set("cookie", [...this.jar].map(([name, value]) => `${name}=${value}`).join("; "));
    return sent;
  }

  private async call(handler: Handler, request: Request, { params }: Asked): Promise<Answer> {
    const visit = await openVisit(request.headers.get("cookie"), { secure: false });
    const lang = new URL(request.url).pathname.split("/")[1] ?? "kk";
    const context = { visit, nonce: "test", requestId: "test" };
    const answered = await Promise.resolve(handler({ request, params: { lang, ...params }, context })).catch((thrown: unknown) => {
      if (thrown instanceof Response || isAnswer(thrown)) return thrown;
      throw thrown;
    });
    const answer = await readAnswer(answered);
    for (const cookie of [...visit.cookies, ...answer.headers.getSetCookie()]) this.keep(cookie);
    return answer;
  }

  private keep(cookie: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/max-age=0/i.test(cookie)) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}

/** What `data()` returns, which a handler may also throw. */
const isAnswer = (thrown: unknown) => typeof thrown === "object" && thrown !== null && "init" in thrown;

async function readAnswer(answered: unknown): Promise<Answer> {
  if (answered instanceof Response) {
    const text = await answered.text();
    const isJson = (answered.headers.get("content-type") ?? "").includes("json");
    return { status: answered.status, headers: answered.headers, to: answered.headers.get("Location"), data: isJson ? JSON.parse(text) : text };
  }
  const { data = answered, init } = (answered ?? {}) as { data?: unknown; init?: ResponseInit | null };
  return { status: init?.status ?? 200, headers: new Headers(init?.headers), to: null, data };
}
