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

type HandlerArgs = Pick<ActionFunctionArgs, "request" | "context">;
const formsRead = new WeakMap<Request, Promise<FormData>>();

const refuse = (status: number, statusText: string) => new Response(null, { status, statusText });

/**
 * Reads an untrusted form. Throws 413 when it is too large; 400 when it has too many fields, is nested too deep, or names an index such as
 * `a[1000000000]`, which would become an array that takes the process down; 415 when it is no form; 409, with what was typed, when somebody else has
 * signed in since its page was shown. Guards read it before the action does, so the result is kept for the request.
 */
export function readForm(args: HandlerArgs): Promise<FormData> {
  const form = formsRead.get(args.request) ?? parseForm(args);
  formsRead.set(args.request, form);
  return form;
}

async function parseForm({ request, context }: HandlerArgs): Promise<FormData> {
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
    if (fields > limits.fields || fieldsOfConform.has(name) || hasZero || !isWithinLimits(name)) throw refuse(400, "Bad Request");
  }
  const writer = form.get(writerField);
  const { account } = context.visit;
  if (writer !== null && account && writer !== account.id) throw data({ kept: toUnsavedForm(form) }, { status: 409 });
  return form;
}

/** Whether a field's name is nested no deeper, and has no larger index, than forms of ours need. */
function isWithinLimits(name: string): boolean {
  const path = name.split(/[.[]/);
  const indexes = path.filter((part) => /^\d+\]?$/.test(part)).map((part) => Number.parseInt(part, 10));
  return path.length <= limits.depth && indexes.every((index) => index <= limits.index);
}
