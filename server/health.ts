import { Router } from "express";

import type { AppModule } from "./app-module";

const patience = 2000;

/** `/healthz`: the process is alive. `/readyz`: it can serve, that is, the database answers. */
export function health(app: Pick<AppModule, "isReady">): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => response.set("Cache-Control", "no-store").type("text/plain").send("ok"));
  router.get("/readyz", async (_request, response) => {
    const late = new Promise<boolean>((done) => setTimeout(done, patience, false).unref());
    const isReady = await Promise.race([app.isReady().catch(() => false), late]);
    response.status(isReady ? 200 : 503).set("Cache-Control", "no-store").type("text/plain").send(isReady ? "ready" : "the database does not answer");
  });
  return router;
}
