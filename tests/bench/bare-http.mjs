// Baseline H: a bare `http` server that responds with 20 KB and does nothing else.
import { createServer } from "node:http";

const body = Buffer.alloc(20 * 1024, "a");
createServer((_request, response) => response.setHeader("Content-Type", "text/html; charset=utf-8").setHeader("Content-Length", body.length).end(body)).listen(
  Number(process.env.PORT),
  "127.0.0.1",
  () => console.log("ready"),
);
