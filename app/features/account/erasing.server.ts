import type { Locale } from "~/core/i18n/config";
import { refused } from "~/core/refusal";
import type { Visit } from "~/core/session.server";
import { consentVersion } from "~/features/members/rules";

import { signIn, signOut, verifyCode, type CommandResult } from "./commands.server";
import { hasProvenMailbox } from "./proof.server";
import type { ErasureProof } from "./schema";

type Unproven = "wrong" | "not-confirmed" | "code-wrong" | "too-many" | "not-proven";
type Erasure = { email: string; locale: Locale; proof: ErasureProof };

/** Proves that the account is theirs; the database accepts a session opened at most a quarter of an hour ago as proof. */
async function prove(visit: Visit, { email, proof }: Erasure): Promise<CommandResult<Unproven>> {
  switch (proof.intent) {
    case "password":
      return signIn(visit, { email, password: proof.password });
    case "code":
      return verifyCode(visit, { email, code: proof.code, opener: null });
    case "letter":
      return (await hasProvenMailbox(visit)) ? { ok: true } : { ok: false, reason: "not-proven" };
  }
}

const refusals = ["no-account", "in-office", "not-proven"] as const;

/** Erases the account and the member it belongs to, and signs the browser out. `no-account`: signed out meanwhile, or erased in another window. */
export async function eraseAccount(visit: Visit, erasure: Erasure): Promise<CommandResult<Unproven | (typeof refusals)[number]>> {
  const proven = await prove(visit, erasure);
  if (!proven.ok) return proven;
  const { error } = await visit.db.rpc("erase_account", { consent_version: consentVersion, language: erasure.locale });
  if (error) return refused(error, refusals);
  await signOut(visit);
  return { ok: true };
}
