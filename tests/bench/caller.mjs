import { connect } from "node:net";

/** A request as sent over the wire. `body` is text. */
export function questionOf(url, { method = "GET", path, headers, body }) {
  const own = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
  const lines = Object.entries({ host: new URL(url).host, ...headers, ...own }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body ?? ""}`;
}

/**
 * A connection that sends one request after another. Of each response it only reads the status and the length: a client that parses and decodes more is
 * slower than the server, and measures itself. Responses without a Content-Length are not supported.
 */
export function openCaller(url) {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let asked = null;
  let head = Buffer.alloc(0);
  let status = 0;
  let missing = null;

  function take(chunk) {
    if (missing === null) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      const said = head.latin1Slice(0, end);
      status = Number(said.slice(9, 12));
      const [, length] = /content-length: (\d+)/i.exec(said) ?? [];
      if (length === undefined) throw new Error(`An answer without its length: ${said}`);
      missing = Number(length) - (head.length - end - 4);
      head = Buffer.alloc(0);
    } else missing -= chunk.length;
    if (missing > 0) return;
    missing = null;
    asked.done(status);
  }
  socket.on("data", take);
  socket.on("error", (error) => asked?.fail(error));
  socket.on("close", () => asked?.fail(new Error("The server closed the connection.")));

  return {
    ask: (question) =>
      new Promise((done, fail) => {
        asked = { done, fail };
        socket.write(question);
      }),
    close() {
      asked = null;
      socket.destroy();
    },
  };
}
