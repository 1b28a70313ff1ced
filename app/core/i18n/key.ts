import type { FlatNamespace, ParseKeys, TFunction } from "i18next";

/** Numbers and words that a sentence names: {"min": 8}. */
type Named = Record<string, string | number>;

/** A sentence as a value, checked by the compiler ("events:refusal.full"): zod messages and refusals are keys with what they name, never sentences. */
export const key = <Ns extends FlatNamespace>(namespace: Ns, name: ParseKeys<Ns>, named?: Named): string =>
  `${namespace}:${String(name)}${named ? `|${JSON.stringify(named)}` : ""}`;

/** The sentence of such a value in the language of `t`. */
export function say(t: TFunction, value: string): string {
  const [, name = "", named] = /^([^|]*)(?:\|(.*))?$/s.exec(value) ?? [];
  // Which key it is was checked where the value was made; here it is a string.
  return String(t(name as never, named ? (JSON.parse(named) as Named) : {}));
}
