const most = 64 * 1024;

/** The body as text, for signatures over exactly what was sent. Throws 413 when it is larger than 64 KB, whatever length was declared. */
export async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > most) {
      await reader?.cancel();
      throw new Response(null, { status: 413, statusText: "Content Too Large" });
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}
