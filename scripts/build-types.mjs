// `npm run types`: writes app/core/supabase/database.types.ts anew from the migrations, on a database made for it.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { build } from "esbuild";

import { generateTypes } from "./generate-types.mjs";

const projectDir = resolve(import.meta.dirname, "..");
const bundle = resolve(projectDir, "node_modules/.cache/types/embedded.mjs");
await build({
  entryPoints: ["server/embedded/index.ts"],
  absWorkingDir: projectDir,
  outfile: bundle,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "warning",
});
const { startEmbedded } = await import(pathToFileURL(bundle).href);

const dataDir = mkdtempSync(join(tmpdir(), "kazalliance-types-"));
chmodSync(dataDir, 0o711);
const embedded = await startEmbedded({ dataDir, projectDir, siteUrl: "http://127.0.0.1:3000", sendAuthMail: async () => {}, log: () => {} });
try {
  writeFileSync("app/core/supabase/database.types.ts", await generateTypes(embedded.databaseUrl));
} finally {
  await embedded.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
