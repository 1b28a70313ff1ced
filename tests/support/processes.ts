import { processStart } from "../../server/embedded/processes";

/** Whether a process is running. Zombies do not count: the process that adopts orphans may leave them unreaped. */
export const isRunning = (pid: number | undefined): boolean => pid !== undefined && processStart(pid) !== null;
