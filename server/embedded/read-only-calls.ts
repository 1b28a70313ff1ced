import postgres from "postgres";

const call = /^\/rpc\/(\w+)(?:\?|$)/;

/**
 * Tells whether a path calls a function that changes nothing, so that the call may be repeated: the database declares it stable or immutable, and a shape
 * test ensures that such a function calls no volatile one. Looked up when first needed; false while the database is away.
 */
export function readOnlyCalls(databaseUrl: string): (path: string) => Promise<boolean> {
  const answers = new Map<string, Promise<boolean>>();
  return async (path) => {
    const [, name] = call.exec(path) ?? [];
    if (name === undefined) return false;
    const answer = answers.get(name) ?? isStable(databaseUrl, name);
    answers.set(name, answer);
    return answer.catch(() => {
      answers.delete(name);
      return false;
    });
  };
}

async function isStable(databaseUrl: string, name: string): Promise<boolean> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    const [row] = await sql<{ stable: boolean | null }[]>`
      select bool_and(provolatile <> 'v') as stable from pg_proc where pronamespace = 'public'::regnamespace and proname = ${name}`;
    return row?.stable ?? false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
