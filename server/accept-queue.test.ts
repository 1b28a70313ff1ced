import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

import { expect, test } from "vitest";

import { drainAcceptQueue } from "./accept-queue";

test("whoever has connected is let in before the door closes, however many came together", async () => {
  const inside: Socket[] = [];
  const server = createServer((socket) => inside.push(socket.resume())).listen(0, "127.0.0.1");
  await once(server, "listening");
  // It listens on a TCP port, so the address is neither a pipe nor null.
  const { port } = server.address() as AddressInfo;
  const outside = Array.from({ length: 20 }, () => connect(port, "127.0.0.1").resume());
  await Promise.all(outside.map((socket) => once(socket, "connect")));

  await drainAcceptQueue(server);
  expect(inside).toHaveLength(20);
  expect(server.listenerCount("connection")).toBe(1);
  for (const socket of outside) socket.destroy();
  server.close();
});
