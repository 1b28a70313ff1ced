import { data, type ActionFunctionArgs } from "@remix-run/node";

import { keptOf } from "./kept-form";
import { writerField } from "./own-fields";
import { bounded } from "./request-body.server";
import "./zod-messages.server";

/** What a form of ours may weigh. */
const limits = { bytes: 256 * 1024, fields: 300, depth: 8, index: 200 };

/**
 * Where Conform looks for orders such as "insert at index 1000000000", and for what it told a browser to remember: no form of ours gives any, and their JSON
 * would slip past the checks of names, or break what reads it.
 */
const fieldsOfConform = new Set(["__intent__", "__state__"]);

type Sent = Pick<ActionFunctionArgs, "request" | "context">;
const known = new WeakMap<Request, Promise<FormData>>();

const refuse = (status: number, statusText: string) => new Response(null, { status, statusText });

/**
 * Reads a form that a stranger sent. Throws 413 when it is too large, 400 when it has too many fields, is nested too deep, or names an index
 * such as `a[1000000000]`, which would become an array that takes the process down; 415 when it is no form; 409, with what was typed, when somebody else has
 * signed in since its page was shown. Guards ask before the action does: it is read once.
 */
export function readForm(sent: Sent): Promise<FormData> {
  const form = known.get(sent.request) ?? readOnce(sent);
  known.set(sent.request, form);
  return form;
}

async function readOnce({ request, context }: Sent): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw refuse(415, "Unsupported Media Type");
  if (Number(request.headers.get("content-length") ?? 0) > limits.bytes) throw refuse(413, "Content Too Large");
  const form = await new Response(bounded(request.body, limits.bytes), { headers: { "content-type": type } }).formData().catch((error: unknown) => {
    throw error instanceof Response ? error : refuse(400, "Bad Request");
  });
  let fields = 0;
  for (const [name, value] of form) {
    fields += 1;
    // PostgreSQL's texts hold no zero byte.
    const hasZero = name.includes("\0") || (typeof value === "string" && value.includes("\0"));
    if (fields > limits.fields || fieldsOfConform.has(name) || hasZero || !isModest(name)) throw refuse(400, "Bad Request");
  }
  const writer = form.get(writerField);
  if (writer !== null && context.visit.account && writer !== context.visit.account.id) throw data({ kept: keptOf(form) }, { status: 409 });
  return form;
}

function isModest(name: string): boolean {
  const path = name.split(/[.[]/);
  return path.length <= limits.depth && path.every((part) => !/^\d+\]?$/.test(part) || Number.parseInt(part, 10) <= limits.index);
}
