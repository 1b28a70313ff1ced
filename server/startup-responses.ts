import type { RequestListener } from "node:http";

/** The responses during startup: the process is alive but not ready. Browsers retry by themselves. `headers`: those sent with every response. */
export function respondWhileStarting(headers: [string, string][]): RequestListener {
  const always: [string, string][] = [...headers, ["Cache-Control", "no-store"], ["Content-Type", "text/plain; charset=utf-8"]];
  return ({ url }, response) => {
    if (url === "/healthz") {
      response.writeHead(200, always.flat()).end("ok");
      return;
    }
    const retry = [...always, ["Retry-After", "2"], ["Refresh", "2"]];
    response.writeHead(503, retry.flat()).end("Іске қосылып жатыр · Запускается · Starting");
  };
}
