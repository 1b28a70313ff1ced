import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { once } from "node:events";

import { afterEach, expect, test } from "vitest";

import { trackConnections } from "./open-connections";

const server = createServer((_request, response) => response.end("here"));
const connections = trackConnections(server);
afterEach(() => new Promise((done) => server.close(done)));

test("whoever was just let in is heard first; whoever goes on saying nothing is not waited for", async () => {
  // A busy process may get to ending idle connections before it reads from a new one.
  server.on("connection", () => connections.endIdle());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // It listens on a TCP port, so the address is neither a pipe nor null.
  const { port } = server.address() as AddressInfo;

  const asking = connect(port, "127.0.0.1");
  asking.write("GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
  expect(String((await once(asking, "data"))[0])).toContain("200 OK");

  const silent = connect(port, "127.0.0.1").resume();
  await once(server, "connection");
  connections.endIdle();
  await once(silent, "close");
});
