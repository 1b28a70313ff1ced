import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";

import { readForm } from "~/core/forms.server";
import { forbidden, notFound } from "~/core/http";
import { key } from "~/core/i18n/key";
import type { Db } from "~/core/supabase/client.server";

import { write, type Addressee } from "./commands.server";
import { writing } from "./schema";

/** Seconds after which a message is taken again. */
const waits: Partial<Record<string, number>> = { "too-many-this-hour": 3600, "too-many-today": 86_400 };

/** The answer to the form of a message: back to its page (`here`, with its search) when it is sent, else why not, with all that was written. */
export async function answerMessage(db: Db, request: Request, to: Addressee, here: URL) {
  const submission = parseWithZod(await readForm(request), { schema: writing });
  if (submission.status !== "success") return data(submission.reply(), { status: 422 });
  const sent = await write(db, { ...to, ...submission.value });
  if (!sent) throw notFound();
  if (!sent.ok) {
    const { reason } = sent;
    if (reason === "suspended") throw forbidden(reason);
    const wait = waits[reason];
    const reply = submission.reply({ formErrors: [key("messages", `refusal.${reason}`)] });
    return data(reply, { status: wait ? 429 : 409, headers: wait ? { "Retry-After": String(wait) } : {} });
  }
  here.searchParams.set("sent", sent.id);
  return redirect(here.pathname + here.search);
}
