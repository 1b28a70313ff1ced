import postgres from "postgres";

const call = /^\/rpc\/(\w+)(?:\?|$)/;

/**
 * Tells of a path whether it calls a function that changes nothing, so that the call may be made twice: the database has it as stable or immutable, and a shape
 * test holds that such a function calls no other kind. Asked when it is needed; false while the database is away.
 */
export function readOnlyCalls(databaseUrl: string): (path: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return async (path) => {
    const [, name] = call.exec(path) ?? [];
    if (name === undefined) return false;
    const asked = known.get(name) ?? isStable(databaseUrl, name);
    known.set(name, asked);
    return asked.catch(() => {
      known.delete(name);
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
