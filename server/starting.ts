import type { RequestListener } from "node:http";

/** What is said while everything starts: the process lives, and is not ready. A browser asks again by itself. `headers`: what every answer says. */
export function sayStarting(headers: [string, string][]): RequestListener {
  const always: [string, string][] = [...headers, ["Cache-Control", "no-store"], ["Content-Type", "text/plain; charset=utf-8"]];
  return ({ url }, response) => {
    if (url === "/healthz") response.writeHead(200, always.flat()).end("ok");
    else response.writeHead(503, [...always, ["Retry-After", "2"], ["Refresh", "2"]].flat()).end("Іске қосылып жатыр · Запускается · Starting");
  };
}
