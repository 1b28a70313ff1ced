import { processStart } from "../../server/embedded/processes";

/** Whether a process lives. One that is dead and waits to be buried does not: what takes in orphans may let them wait. */
export const isRunning = (pid: number | undefined): boolean => pid !== undefined && processStart(pid) !== null;
