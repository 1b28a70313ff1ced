import { json } from "./answers";

type Handle = (request: Request) => Promise<Response>;

/** storage-js sends a file as the form field without a name; the service wants the bytes. Signed addresses are cut to what storage-js expects. */
export async function storage(request: Request, pathname: string, handle: Handle): Promise<Response> {
  const type = request.headers.get("content-type") ?? "";
  if (["POST", "PUT"].includes(request.method) && pathname.startsWith("/storage/v1/object/") && type.startsWith("multipart/form-data")) {
    return handle(await unwrapFile(request));
  }
  const answer = await handle(request);
  if (request.method !== "POST" || !answer.ok || !/^\/storage\/v1\/object\/(upload\/)?sign\//.test(pathname)) return answer;
  const body = (await answer.json()) as Signed | Signed[];
  return json(Array.isArray(body) ? body.map(cutSigned) : cutSigned(body));
}

type Signed = { signedUrl?: string };

function cutSigned(signed: Signed) {
  if (!signed.signedUrl) return signed;
  const path = signed.signedUrl.replace(/^\/storage\/v1/, "");
  return { ...signed, signedURL: path, url: path };
}

async function unwrapFile(request: Request): Promise<Request> {
  const form = await request.formData();
  const file = form.get("") ?? form.get("file");
  const headers = new Headers(request.headers);
  const bytes = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(String(file ?? ""));
  headers.set("content-type", (file instanceof Blob && file.type) || "application/octet-stream");
  headers.set("cache-control", `max-age=${String(form.get("cacheControl") ?? 3600)}`);
  headers.set("content-length", String(bytes.length));
  return new Request(request.url, { method: request.method, headers, body: bytes });
}
