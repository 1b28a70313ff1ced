import { createHash } from "node:crypto";

/** The page without its nonce, and the CSP hashes of its inline scripts: this form can be stored and sent to many readers. */
export function withoutNonce(html: string, nonce: string): { html: string; hashes: string[] } {
  const plain = html.replaceAll(` nonce="${nonce}"`, "");
  const hashes = new Set<string>();
  for (const [, attributes = "", text = ""] of plain.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    const isRun = !/\bsrc=/.test(attributes) && !/type="application\/json"/.test(attributes);
    if (isRun) hashes.add(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  }
  return { html: plain, hashes: [...hashes] };
}
