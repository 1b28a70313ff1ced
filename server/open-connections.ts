import type { Server } from "node:http";
import type { Socket } from "node:net";

/** The connections of a server, each with how many of its requests are in work. */
export function openConnections(server: Server): { endIdle(): void } {
  const inWork = new Map<Socket, number>();
  const count = (socket: Socket, change: number) => {
    if (!socket.destroyed) inWork.set(socket, (inWork.get(socket) ?? 0) + change);
  };
  server.on("connection", (socket) => {
    count(socket, 0);
    socket.once("close", () => inWork.delete(socket));
  });
  server.prependListener("request", ({ socket }, response) => {
    count(socket, 1);
    response.once("close", () => count(socket, -1));
  });
  return {
    /** Node's own list of idle connections leaves out those that never said anything, or only half of a head: `close` would wait for them. */
    endIdle: () => {
      for (const [socket, requests] of inWork) if (requests === 0) socket.destroy();
    },
  };
}
