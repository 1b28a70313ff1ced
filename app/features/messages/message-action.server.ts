import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";

import { conflict, formReply, unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { forbidden, notFound } from "~/core/http";
import { key } from "~/core/i18n/translation-key";
import type { Db } from "~/core/supabase/client.server";

import { sendMessage, type Addressee } from "./commands.server";
import { messageSchema } from "./schema";

/** Seconds after which a message is accepted again. */
const waits: Partial<Record<string, number>> = { "too-many-this-hour": 3600, "too-many-today": 86_400 };

/** Handles a submitted message: redirects to its page (`here`, with its query) once it is sent, else answers why not, keeping what was written. */
export async function messageAction(db: Db, args: ActionFunctionArgs, to: Addressee, here: URL) {
  const submission = parseWithZod(await readForm(args), { schema: messageSchema });
  if (submission.status !== "success") return unprocessable(submission);
  const sent = await sendMessage(db, { ...to, ...submission.value });
  if (!sent) throw notFound();
  if (!sent.ok) {
    const { reason } = sent;
    if (reason === "suspended") throw forbidden(reason);
    const wait = waits[reason];
    const sentence = key("messages", `refusal.${reason}`);
    if (!wait) return conflict(submission, sentence);
    return data(formReply(submission, { formErrors: [sentence] }), { status: 429, headers: { "Retry-After": String(wait) } });
  }
  here.searchParams.set("sent", sent.id);
  return redirect(here.pathname + here.search);
}
