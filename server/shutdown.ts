import type { Server } from "node:http";

import type { Logger } from "pino";

import { drainAcceptQueue } from "./accept-queue";
import { trackConnections } from "./open-connections";

/** How long the shutdown may take before it is forced, and how long we keep accepting connections after the signal. Milliseconds. */
const patience = 20_000;
const acceptPeriod = 300;

type Stop = () => Promise<void> | void;

/**
 * On the first SIGTERM or SIGINT: takes no new connections, finishes the accepted requests, then calls `stops` in reverse order of starting, then exits with
 * 0. A second signal exits at once with 1.
 */
export function stopGracefully(server: Server, stops: Stop[], log: Logger): void {
  let isStopping = false;
  const connections = trackConnections(server);
  // Set before anything else responds: on a connection kept alive, the next request would come to a server that is stopping.
  server.prependListener("request", (_request, response) => {
    if (isStopping) response.setHeader("Connection", "close");
  });
  const begin = (signal: string) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), patience).unref();
    // Connections already in the accept queue are accepted first: closing the server would break off their requests.
    setTimeout(() => void drainAcceptQueue(server).then(() => close(server, connections, stops, log)), acceptPeriod);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => begin(signal));
}

async function stopAll(stops: Stop[]): Promise<void> {
  for (const stop of [...stops].reverse()) await stop();
}

function close(server: Server, { endIdle }: ReturnType<typeof trackConnections>, stops: Stop[], log: Logger): void {
  const sweep = setInterval(endIdle, 100);
  server.close(() => {
    clearInterval(sweep);
    stopAll(stops).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ fault: String(error) }, "not everything stopped");
        process.exit(1);
      },
    );
  });
}
