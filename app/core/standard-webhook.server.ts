import { createHmac, timingSafeEqual } from "node:crypto";

/** A call is accepted for five minutes before and after its timestamp. */
const toleranceSeconds = 5 * 60;

type Call = {
  headers: Headers;
  /** Raw, as it was signed. */
  body: string;
};
type Verdict = { ok: true; id: string } | { ok: false; reason: "unsigned" | "wrong-signature" | "too-old" };

/**
 * Whether a call was signed with one of our secrets, as https://www.standardwebhooks.com says: HMAC-SHA256 over "id.timestamp.body", in base64.
 * `secrets`: "v1,whsec_<base64>", several separated by "|" while one is being replaced.
 */
export function verifyWebhook({ headers, body }: Call, secrets: string, now = new Date()): Verdict {
  const id = headers.get("webhook-id");
  const timestamp = headers.get("webhook-timestamp");
  const signatures = headers.get("webhook-signature");
  if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp)) return { ok: false, reason: "unsigned" };

  const received = signatures.split(" ").flatMap((signature) => (signature.startsWith("v1,") ? Buffer.from(signature.slice(3), "base64") : []));
  const expected = keysOf(secrets).map((key) => createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest());
  const isSigned = expected.some((digest) => received.some((signature) => signature.length === digest.length && timingSafeEqual(signature, digest)));
  if (!isSigned) return { ok: false, reason: "wrong-signature" };

  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  return age > toleranceSeconds ? { ok: false, reason: "too-old" } : { ok: true, id };
}

function keysOf(secrets: string): Buffer[] {
  const keys = secrets.split("|").map((secret) => Buffer.from(secret.trim().replace(/^v1,/, "").replace(/^whsec_/, ""), "base64"));
  // An empty key would make every signature easy to forge.
  return keys.filter((key) => key.length >= 16);
}
