import { readFileSync } from "node:fs";

import type { Sql } from "postgres";

const file = "tests/database/invariants.sql";

/** What should hold in every database at any moment and does not. The figures are those of the last count. */
export const brokenInvariants = async (sql: Sql): Promise<{ rule: string; subject: string }[]> =>
  sql.unsafe<{ rule: string; subject: string }[]>(readFileSync(file, "utf8"));
