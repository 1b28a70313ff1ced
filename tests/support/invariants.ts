import { readFileSync } from "node:fs";

import type { Sql } from "postgres";

const file = "tests/database/invariants.sql";

/** The invariants that do not hold in the database. The figures are those of the last count. */
export const brokenInvariants = async (sql: Sql): Promise<{ rule: string; subject: string }[]> =>
  sql.unsafe<{ rule: string; subject: string }[]>(readFileSync(file, "utf8"));
