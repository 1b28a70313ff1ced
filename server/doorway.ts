import type { Server } from "node:net";

/** Where callers keep coming the door closes all the same. Milliseconds. */
const longest = 3000;

/** Resolves when nobody is left outside: Node lets in one caller a turn of its loop, so a turn in which nobody came is the first without a queue. */
export function letIn(server: Server): Promise<void> {
  return new Promise((done) => {
    const until = Date.now() + longest;
    // The turn that is on its way may have looked at the door before.
    let hasSomebodyCome = true;
    const hear = () => (hasSomebodyCome = true);
    const turn = () => {
      if (hasSomebodyCome && Date.now() < until) {
        hasSomebodyCome = false;
        setImmediate(turn);
        return;
      }
      server.off("connection", hear);
      done();
    };
    server.on("connection", hear);
    setImmediate(turn);
  });
}
