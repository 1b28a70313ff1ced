import { bodyOf, json, withBody } from "./responses";
import type { Tokens } from "./tokens";

type Handle = (request: Request) => Promise<Response>;

/** Makes up for where the storage service differs from hosted Supabase: how files are uploaded, what signed URLs look like, how an expired one is answered. */
export async function storage(request: Request, tokens: Tokens, handle: Handle): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const isReading = request.method === "GET" || request.method === "HEAD";
  const signed = /^\/storage\/v1\/object\/(?:upload\/)?sign\/(.+)$/.exec(pathname);
  if (!signed) return handle(isReading || !pathname.startsWith("/storage/v1/object/") ? request : await measured(request));
  if (request.method === "POST") return (signed[1] ?? "").includes("/") ? signOne(request, handle) : signAll(request, handle);
  const file = await tokens.fileOf(searchParams.get("token") ?? "");
  if (!file || `${file.bucket}/${file.path}` !== decoded(signed[1] ?? "")) {
    return json({ statusCode: "400", error: "InvalidSignature", message: "The signed address has ended or belongs to another file" }, 400);
  }
  return handle(isReading ? request : await measured(request));
}

/** The path without its escapes; null when they are malformed. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

async function signOne(request: Request, handle: Handle): Promise<Response> {
  const answer = await handle(request);
  if (!answer.ok) return answer;
  const signed = (await answer.json()) as { signedUrl: string };
  const path = signed.signedUrl.replace(/^\/storage\/v1/, "");
  return json({ ...signed, signedURL: path, url: path });
}

/** The service mistakes a request for several files for one file without a name, so each is requested separately. */
async function signAll(request: Request, handle: Handle): Promise<Response> {
  const { paths, expiresIn } = (await bodyOf(request)) as { paths?: string[]; expiresIn?: number };
  const signed = (paths ?? []).map(async (path) => {
    const address = `${request.url}/${path.split("/").map(encodeURIComponent).join("/")}`;
    const single = new Request(address, { method: "POST", headers: request.headers });
    const answer = await signOne(withBody(single, { expiresIn }), handle);
    const body = (await answer.json()) as { signedURL?: string; message?: string };
    return { path, signedURL: body.signedURL ?? null, error: answer.ok ? null : (body.message ?? "") };
  });
  return json(await Promise.all(signed));
}

/** The request with the bare bytes of its file and their actual length: bucket size limits are checked against it. */
async function measured(request: Request): Promise<Request> {
  const type = request.headers.get("content-type") ?? "";
  const { method } = request;
  const headers = new Headers(request.headers);
  if (type.startsWith("application/json")) return request;
  if (!type.startsWith("multipart/form-data")) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    headers.set("content-length", String(bytes.length));
    return new Request(request.url, { method, headers, body: bytes });
  }
  // storage-js sends a file as the form field without a name.
  const form = await request.formData();
  const file = form.get("") ?? form.get("file");
  const bytes = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(String(file ?? ""));
  headers.set("content-type", (file instanceof Blob && file.type) || "application/octet-stream");
  headers.set("cache-control", `max-age=${String(form.get("cacheControl") ?? 3600)}`);
  headers.set("content-length", String(bytes.length));
  return new Request(request.url, { method, headers, body: bytes });
}
