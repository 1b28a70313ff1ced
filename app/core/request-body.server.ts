/** The body, broken off with a 413 where it exceeds the limit (bytes): a declared length can lie. */
export function limitBody(body: ReadableStream<Uint8Array> | null, limit: number): ReadableStream<Uint8Array> | null {
  let read = 0;
  const gate = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      read += chunk.byteLength;
      if (read > limit) out.error(new Response(null, { status: 413, statusText: "Content Too Large" }));
      else out.enqueue(chunk);
    },
  });
  return body?.pipeThrough(gate) ?? null;
}

/** The body as text, for signatures over exactly what was sent. Throws 413 when it is larger than 64 KB. */
export const readText = (request: Request): Promise<string> => new Response(limitBody(request.body, 64 * 1024)).text();
