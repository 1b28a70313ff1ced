import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import { inject } from "vitest";

import { startEmbedded, type Embedded } from "../../server/embedded/index";
import { freePort } from "../../server/embedded/settings";
import { copyData, removeData } from "./site";

/** Starts a Supabase project that is reached over HTTP like a hosted one: the embedded one with the small demo, behind a local port. */
export async function startProject() {
  const dataDir = await copyData(inject("prepared").dataDir);
  const embedded = await startEmbedded({ dataDir, projectDir: process.cwd(), siteUrl: "http://127.0.0.1:3000", sendAuthMail: async () => {}, isDurable: false });
  const port = await freePort();
  const server = createServer((request, response) => void passOn(embedded, request, response));
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const { publishableKey, secretKey } = embedded.backend;
  return {
    dataDir,
    url: `http://127.0.0.1:${port}`,
    publishableKey,
    secretKey: secretKey ?? "",
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await embedded.stop();
      removeData(dataDir);
    },
  };
}

async function passOn({ backend }: Embedded, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const headers = Object.entries(request.headers).filter(([name]) => !/^(host|connection|content-length|transfer-encoding)$/.test(name)) as [string, string][];
  const answer = await backend.fetch(backend.url + request.url, { method: request.method, headers, body: hasBody ? Buffer.concat(chunks) : undefined });
  response.writeHead(answer.status, [...answer.headers].filter(([name]) => !/^(content-encoding|content-length|transfer-encoding|connection)$/.test(name)).flat());
  response.end(Buffer.from(await answer.arrayBuffer()));
}
