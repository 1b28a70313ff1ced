import type { Logger } from "pino";

import type { Job } from "./app-module";

/** Runs each job periodically, never twice at once; a failure is logged and does not stop later runs. */
export class JobRunner {
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly jobs: Job[],
    private readonly log: Logger,
  ) {}

  start(): void {
    for (const job of this.jobs) this.plan(job);
  }

  /** Starts no new run, signals those in progress, and waits for them. */
  async stop(): Promise<void> {
    this.stopping.abort();
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.running);
  }

  private plan(job: Job): void {
    if (this.stopping.signal.aborted) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const turn = this.take(job).finally(() => {
        this.running.delete(turn);
        this.plan(job);
      });
      this.running.add(turn);
    }, job.everySeconds * 1000);
    this.timers.add(timer);
  }

  private async take(job: Job): Promise<void> {
    try {
      await job.run(this.stopping.signal);
    } catch (error) {
      this.log.error({ job: job.name, fault: error instanceof Error ? error.message : String((error as { message?: unknown })?.message ?? error) });
    }
  }
}
