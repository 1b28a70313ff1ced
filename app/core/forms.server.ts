import { data, type ActionFunctionArgs } from "@remix-run/node";

import { writerField } from "./hidden-fields";
import { limitBody } from "./request-body.server";
import { toUnsavedForm } from "./unsaved-form";
import "./zod-messages.server";

/** The limits of any form of ours. */
const limits = { bytes: 256 * 1024, fields: 300, depth: 8, index: 200 };

/**
 * Fields in which Conform expects commands such as "insert at index 1000000000", and state it left in the browser: no form of ours sends any, and their JSON
 * would slip past the checks of field names, or break the parser.
 */
const fieldsOfConform = new Set(["__intent__", "__state__"]);

type Sent = Pick<ActionFunctionArgs, "request" | "context">;
const known = new WeakMap<Request, Promise<FormData>>();

const refuse = (status: number, statusText: string) => new Response(null, { status, statusText });

/**
 * Reads an untrusted form. Throws 413 when it is too large; 400 when it has too many fields, is nested too deep, or names an index such as
 * `a[1000000000]`, which would become an array that takes the process down; 415 when it is no form; 409, with what was typed, when somebody else has
 * signed in since its page was shown. Guards read it before the action does, so the result is kept for the request.
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
  const form = await new Response(limitBody(request.body, limits.bytes), { headers: { "content-type": type } }).formData().catch((error: unknown) => {
    throw error instanceof Response ? error : refuse(400, "Bad Request");
  });
  let fields = 0;
  for (const [name, value] of form) {
    fields += 1;
    // PostgreSQL's text cannot hold a zero byte.
    const hasZero = name.includes("\0") || (typeof value === "string" && value.includes("\0"));
    if (fields > limits.fields || fieldsOfConform.has(name) || hasZero || !isModest(name)) throw refuse(400, "Bad Request");
  }
  const writer = form.get(writerField);
  if (writer !== null && context.visit.account && writer !== context.visit.account.id) throw data({ kept: toUnsavedForm(form) }, { status: 409 });
  return form;
}

function isModest(name: string): boolean {
  const path = name.split(/[.[]/);
  return path.length <= limits.depth && path.every((part) => !/^\d+\]?$/.test(part) || Number.parseInt(part, 10) <= limits.index);
}
