import { timingSafeEqual } from "node:crypto";

import { keyedHash } from "./keyed-hash.server";
import type { LinkType } from "./schema";

const sealOf = (type: LinkType, hash: string) => keyedHash(`link ${type}`, hash);

/**
 * The auth service derives the hash of a link from the address and six digits: anybody who knows the address could try all of them. The seal appended to it
 * can only be made by us.
 */
export const seal = (type: LinkType, hash: string): string => `${hash}.${sealOf(type, hash)}`;

/** The hash of a link that we wrote for this purpose; null for any other. */
export function unseal(type: LinkType, sealed: string): string | null {
  const dot = sealed.lastIndexOf(".");
  const hash = sealed.slice(0, Math.max(dot, 0));
  const received = Buffer.from(sealed.slice(dot + 1));
  const expected = Buffer.from(sealOf(type, hash));
  return received.length === expected.length && timingSafeEqual(received, expected) ? hash : null;
}
