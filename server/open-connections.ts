import type { Server } from "node:http";
import type { Socket } from "node:net";

/** The connections of a server, each with how many of its requests are in work. */
export function openConnections(server: Server): { endIdle(): void } {
  const inWork = new Map<Socket, number>();
  let idleBefore = new Set<Socket>();
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
    /**
     * Called now and then while the server closes. Node's own list of idle connections leaves out those that never said anything, or only half of a head:
     * `close` would wait for them. Ends who was idle the time before, too: the request of somebody who was just let in may lie there unread.
     */
    endIdle: () => {
      const idle = [...inWork].filter(([, requests]) => requests === 0).map(([socket]) => socket);
      for (const socket of idle) if (idleBefore.has(socket)) socket.destroy();
      idleBefore = new Set(idle);
    },
  };
}
