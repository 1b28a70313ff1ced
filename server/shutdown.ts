import type { Server } from "node:http";

import type { Logger } from "pino";

import { letIn } from "./doorway";
import { openConnections } from "./open-connections";

/** How long the end waits for accepted requests, and how long the door stays open for those in it. Milliseconds. */
const patience = 12_000;
const doorway = 300;

type Stop = () => Promise<void> | void;

/**
 * On the first SIGTERM or SIGINT: no new connections, accepted requests to their end, then the `stops` of what was started, the last one first, then
 * exit 0. The second one forces.
 */
export function stopGracefully(server: Server, stops: Stop[], log: Logger): void {
  let isStopping = false;
  const connections = openConnections(server);
  // Before anything answers: a kept connection would bring the next request to a server that goes.
  server.prependListener("request", (_request, response) => {
    if (isStopping) response.setHeader("Connection", "close");
  });
  const begin = (signal: string) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), patience).unref();
    // Who has connected already is let in first: a door that closes on people in the doorway breaks their requests off.
    setTimeout(() => void letIn(server).then(() => close(server, connections, stops, log)), doorway);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => begin(signal));
}

async function stopAll(stops: Stop[]): Promise<void> {
  for (const stop of [...stops].reverse()) await stop();
}

function close(server: Server, { endIdle }: ReturnType<typeof openConnections>, stops: Stop[], log: Logger): void {
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
