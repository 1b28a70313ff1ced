import type { ChildProcess } from "node:child_process";

import { hasEnded } from "./processes";
import type { Log } from "./types";

type Watched = {
  name: string;
  spawnChild(): ChildProcess;
  /** How long to wait before restarting it, given how long it lived. Both in milliseconds. */
  waitAfter(lifetime: number): number;
  /** Called after each restart. */
  onRestart?(): void;
  log: Log;
};
export type Supervisor = {
  child(): ChildProcess;
  /** Asks it to end with `signal`, and sends `force` if it has not ended after `patience` milliseconds. */
  stop(signal: NodeJS.Signals, force: NodeJS.Signals, patience: number): Promise<void>;
};

/** Keeps a child process running: it is restarted whenever it ends unasked. When this process ends, in any way but `kill -9`, so does the child. */
export function supervise({ name, spawnChild, waitAfter, onRestart, log }: Watched): Supervisor {
  let child: ChildProcess;
  let isStopping = false;
  let restart: NodeJS.Timeout | undefined;

  const start = () => {
    const begunAt = Date.now();
    child = spawnChild();
    let isOver = false;
    const onEnd = (why: Record<string, unknown>) => {
      if (isOver || isStopping) return;
      isOver = true;
      log(`${name} ended, it is begun again`, why);
      restart = setTimeout(
        () => {
          start();
          onRestart?.();
        },
        waitAfter(Date.now() - begunAt),
      );
    };
    child.once("error", (error) => onEnd({ error: error.message }));
    child.once("exit", (code, signal) => onEnd({ code, signal }));
  };
  const killChild = () => child.kill("SIGTERM");
  process.once("exit", killChild);
  start();

  return {
    child: () => child,
    stop: async (signal, force, patience) => {
      isStopping = true;
      clearTimeout(restart);
      process.off("exit", killChild);
      if (hasEnded(child)) return;
      const ended = new Promise((done) => child.once("exit", done));
      child.kill(signal);
      const forced = setTimeout(() => child.kill(force), patience);
      await ended;
      clearTimeout(forced);
    },
  };
}
