import { z } from "zod";

import { serverCookie } from "~/core/cookie.server";

const twoHours = 2 * 60 * 60;
const cookie = () => serverCookie("join", twoHours);
const kept = z.object({ email: z.string().max(254).optional(), chapter: z.string().max(80).optional() });

/** What the first step remembers until somebody is signed in: the address the code went to, the chapter they came from. */
type JoinMemory = z.output<typeof kept>;

export async function readJoinMemory(request: Request): Promise<JoinMemory> {
  const parsed = kept.safeParse(await cookie().parse(request.headers.get("cookie")));
  return parsed.success ? parsed.data : {};
}

export const writeJoinMemory = (memory: JoinMemory): Promise<string> => cookie().serialize(memory);
export const forgetJoinMemory = (): Promise<string> => cookie().serialize("", { maxAge: 0 });
