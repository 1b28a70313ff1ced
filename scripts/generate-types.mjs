import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The TypeScript types of the database, as the Supabase CLI writes them. */
export async function generateTypes(databaseUrl) {
  const url = new URL(databaseUrl);
  // Otherwise the CLI tries TLS first, and says so in its output.
  url.searchParams.set("sslmode", "disable");
  const { stdout } = await promisify(execFile)("node_modules/.bin/supabase", ["gen", "types", "--schema", "public", `--remote=${url}`, "--agent", "no"], {
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
}
