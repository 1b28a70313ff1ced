import type { Server } from "node:net";

/** If clients keep connecting, we stop waiting after this long. Milliseconds. */
const longest = 6000;

/**
 * Resolves when the accept queue is empty: Node accepts one connection per turn of its event loop, so the first turn without a new connection means that
 * nobody is waiting.
 */
export function drainAcceptQueue(server: Server): Promise<void> {
  return new Promise((done) => {
    const until = Date.now() + longest;
    // The current turn may have checked for connections before we began to listen for them.
    let hasNewConnection = true;
    const onConnection = () => {
      hasNewConnection = true;
    };
    const checkEachTurn = () => {
      if (hasNewConnection && Date.now() < until) {
        hasNewConnection = false;
        setImmediate(checkEachTurn);
        return;
      }
      server.off("connection", onConnection);
      done();
    };
    server.on("connection", onConnection);
    setImmediate(checkEachTurn);
  });
}
