import { startEmbedded } from "../../server/embedded/index";
import { StartError } from "../../server/embedded/types";

/** A server in a separate process, for a test to kill: `node embedded-process.mjs <data folder> <project folder>`. Prints one line when it is ready. */
const [, , dataDir = "", projectDir = ""] = process.argv;

try {
  const embedded = await startEmbedded({ dataDir, projectDir, siteUrl: "http://127.0.0.1:3000", sendAuthMail: async () => {} });
  const { backend, databaseUrl, cluster } = embedded;
  const pids = { postgres: cluster.postgresPid(), postgrest: embedded.postgrestPid() };
  process.once("SIGTERM", () => void embedded.stop());
  process.stdout.write(`${JSON.stringify({ databaseUrl, pids, publishableKey: backend.publishableKey, secretKey: backend.secretKey })}\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
