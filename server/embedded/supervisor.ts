import type { ChildProcess } from "node:child_process";

import { hasEnded } from "./processes";
import type { Log } from "./types";

type Watched = {
  name: string;
  begin(): ChildProcess;
  /** How long to wait before restarting it, given how long it lived. Both in milliseconds. */
  waitAfter(lifetime: number): number;
  /** Called after each restart. */
  begunAgain?(): void;
  log: Log;
};
export type Supervisor = {
  child(): ChildProcess;
  /** Asks it to end with `signal`, and sends `force` if it has not ended after `patience` milliseconds. */
  stop(signal: NodeJS.Signals, force: NodeJS.Signals, patience: number): Promise<void>;
};

/** Keeps a child process running: it is restarted whenever it ends unasked. When this process ends, in any way but `kill -9`, so does the child. */
export function supervise({ name, begin, waitAfter, begunAgain, log }: Watched): Supervisor {
  let child: ChildProcess;
  let isStopping = false;
  let again: NodeJS.Timeout | undefined;

  const start = () => {
    const begunAt = Date.now();
    child = begin();
    let isOver = false;
    const over = (why: Record<string, unknown>) => {
      if (isOver || isStopping) return;
      isOver = true;
      log(`${name} ended, it is begun again`, why);
      again = setTimeout(
        () => {
          start();
          begunAgain?.();
        },
        waitAfter(Date.now() - begunAt),
      );
    };
    child.once("error", (error) => over({ error: error.message }));
    child.once("exit", (code, signal) => over({ code, signal }));
  };
  const withUs = () => child.kill("SIGTERM");
  process.once("exit", withUs);
  start();

  return {
    child: () => child,
    stop: async (signal, force, patience) => {
      isStopping = true;
      clearTimeout(again);
      process.off("exit", withUs);
      if (hasEnded(child)) return;
      const ended = new Promise((done) => child.once("exit", done));
      child.kill(signal);
      const forced = setTimeout(() => child.kill(force), patience);
      await ended;
      clearTimeout(forced);
    },
  };
}
