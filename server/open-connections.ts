import type { Server } from "node:http";
import type { Socket } from "node:net";

/** Tracks the connections of a server, each with its number of requests in progress. */
export function trackConnections(server: Server): { endIdle(): void } {
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
     * Called repeatedly while the server closes. Node's own list of idle connections leaves out those that never sent anything, or only half a request head,
     * and `close` would wait for them. Ends only connections that were idle the last time too: a connection just accepted may have a request that is not read
     * yet.
     */
    endIdle: () => {
      const idle = [...inWork].filter(([, requests]) => requests === 0).map(([socket]) => socket);
      for (const socket of idle) if (idleBefore.has(socket)) socket.destroy();
      idleBefore = new Set(idle);
    },
  };
}
