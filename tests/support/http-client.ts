import { Agent, request as send, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export type RequestOptions = {
  method?: string;
  headers?: Record<string, string>;
  /** An array is sent chunk by chunk, without a Content-Length. */
  body?: string | Buffer | (string | Buffer)[];
};
export type HttpResponse = {
  status: number;
  headers: IncomingHttpHeaders;
  /** Where it redirects to; null if it does not redirect. */
  to: string | null;
  /** As received, still compressed. */
  body: Buffer;
  /** Decompressed. */
  text: string;
  cookies: string[];
};

const agent = new Agent({ keepAlive: true, maxSockets: 300 });

/** Sends one HTTP request exactly as given: no cookies, no Origin, redirects are not followed. Rejects when the connection breaks. */
export function sendRequest(url: string, path: string, { method = "GET", headers = {}, body }: RequestOptions = {}): Promise<HttpResponse> {
  const { hostname, port } = new URL(url);
  const parts = Array.isArray(body) ? body : body === undefined ? [] : [body];
  const length: Record<string, string> = Array.isArray(body) || body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  return new Promise((done, fail) => {
    let isAnswered = false;
    const asked = send({ hostname, port, path, method, agent, headers: { ...length, ...headers } }, (answer) => {
      isAnswered = true;
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.once("error", fail);
      answer.once("end", () => {
        const whole = Buffer.concat(chunks);
        done({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          to: answer.headers.location ?? null,
          body: whole,
          text: unpacked(whole, answer.headers["content-encoding"]),
          cookies: answer.headers["set-cookie"] ?? [],
        });
      });
    });
    // A server that has already responded need not read the rest of the body.
    asked.on("error", (error) => isAnswered || fail(error));
    for (const part of parts) asked.write(part);
    asked.end();
  });
}

function unpacked(body: Buffer, encoding: string | undefined): string {
  if (body.length === 0) return "";
  if (encoding === "br") return brotliDecompressSync(body).toString("utf8");
  return (encoding === "gzip" ? gunzipSync(body) : body).toString("utf8");
}

/**
 * Sends these bytes, which need not be HTTP; resolves to the beginning of the response, or "" if the server only closes the connection. `toEnd`: the whole
 * response, until the connection closes.
 */
export function sendBytes(url: string, bytes: string, { toEnd = false } = {}): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(bytes, "latin1"));
    let heard = "";
    socket.on("data", (more) => {
      heard += String(more);
      if (!toEnd && heard.includes("\r\n\r\n")) socket.destroy();
    });
    socket.once("close", () => done(heard));
    socket.once("error", (error: NodeJS.ErrnoException) => (error.code === "ECONNRESET" ? done(heard) : fail(error)));
  });
}

/** Polls until a stored page has been rendered again; pages contain the time at which they were rendered, so each rendering differs. */
export async function waitForRerender(url: string, path: string, etag: string | undefined): Promise<HttpResponse> {
  const until = Date.now() + 15_000;
  for (;;) {
    const answer = await sendRequest(url, path);
    if (answer.headers.etag !== etag) return answer;
    if (Date.now() > until) throw new Error(`${path} stays as it was.`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

const form = "application/x-www-form-urlencoded";

/** A person's browser as the server sees it: keeps cookies, says where its forms come from, and does not follow redirects. */
export class HttpClient {
  readonly jar = new Map<string, string>();

  constructor(private readonly url: string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<HttpResponse> {
    return this.keep(sendRequest(this.url, path, { headers: this.with(headers) }));
  }

  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<HttpResponse> {
    const own = { origin: this.url, "sec-fetch-site": "same-origin", "content-type": form };
    return this.keep(sendRequest(this.url, path, { method: "POST", headers: this.with({ ...own, ...headers }), body: new URLSearchParams(fields).toString() }));
  }

  signIn(email: string, password: string, to = ""): Promise<HttpResponse> {
    return this.post("/en/sign-in", { email, password, to });
  }

  /** Its cookies as a header. */
  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  private with(headers: Record<string, string>): Record<string, string> {
    return this.jar.size > 0 ? { cookie: this.cookie, ...headers } : headers;
  }

  private async keep(asked: Promise<HttpResponse>): Promise<HttpResponse> {
    const answer = await asked;
    for (const cookie of answer.cookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return answer;
  }
}
