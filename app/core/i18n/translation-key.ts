import type { FlatNamespace, ParseKeys, TFunction } from "i18next";

/** The values inserted into a sentence: {"min": 8}. */
type Values = Record<string, string | number>;

/** A sentence as a translation key with its values, checked by the compiler: zod messages and refusals are such keys ("events:refusal.full"), never texts. */
export const key = <Ns extends FlatNamespace>(namespace: Ns, name: ParseKeys<Ns>, values?: Values): string =>
  `${namespace}:${String(name)}${values ? `|${JSON.stringify(values)}` : ""}`;

/** The sentence for such a key, in the language of `t`. */
export function translateKey(t: TFunction, key: string): string {
  const [, name = "", values] = /^([^|]*)(?:\|(.*))?$/s.exec(key) ?? [];
  // The compiler checked the key where it was made; here it is a plain string.
  return String(t(name as never, values ? (JSON.parse(values) as Values) : {}));
}
