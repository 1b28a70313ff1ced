// `npm run types`: regenerates app/core/supabase/database.types.ts from the migrations, using a temporary database.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { generateTypes } from "./generate-types.mjs";
import { importSources } from "./import-sources.mjs";

const projectDir = resolve(import.meta.dirname, "..");
const { startEmbedded } = await importSources("server/embedded/index.ts");

const dataDir = mkdtempSync(join(tmpdir(), "kazalliance-types-"));
chmodSync(dataDir, 0o711);
const embedded = await startEmbedded({ dataDir, projectDir, siteUrl: "http://127.0.0.1:3000", sendAuthMail: async () => {}, log: () => {} });
try {
  writeFileSync("app/core/supabase/database.types.ts", await generateTypes(embedded.databaseUrl));
} finally {
  await embedded.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
