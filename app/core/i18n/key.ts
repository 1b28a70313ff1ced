import type { FlatNamespace, ParseKeys } from "i18next";

/** A word as a value, checked by the compiler ("events:refused.full"): zod messages and refusals are keys, never sentences. */
export const key = <Ns extends FlatNamespace>(namespace: Ns, name: ParseKeys<Ns>) => `${namespace}:${String(name)}`;
