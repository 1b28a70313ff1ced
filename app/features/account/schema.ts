import { z } from "zod";

import { key } from "~/core/i18n/translation-key";
import { hasInvisibleCharacters, trimInvisible } from "~/core/text";

import { passwordFault, passwordLength } from "./rules";

const missingAddress = key("common", "error.emailMissing");
const longestAddress = 254;

/** An e-mail address as people type and paste it: characters around it that cannot be seen are dropped. */
export const emailSchema = z
  .string({ error: missingAddress })
  .overwrite(trimInvisible)
  .toLowerCase()
  .min(1, missingAddress)
  .max(longestAddress, key("common", "error.tooLong", { max: longestAddress }))
  .refine((typed) => !hasInvisibleCharacters(typed), key("common", "error.emailHidesSigns"))
  .pipe(z.email(key("common", "error.email")));

const faults = {
  passwordShort: key("common", "error.passwordShort", { min: passwordLength.least }),
  passwordLong: key("common", "error.passwordLong", { max: passwordLength.most }),
  passwordCommon: key("common", "error.passwordCommon"),
};

/** Adds an error to the field `password` if this cannot be the password of the account with that address. */
export function checkNewPassword(password: string, email: string, context: z.core.$RefinementCtx): void {
  const fault = passwordFault(password, email);
  if (fault) context.addIssue({ code: "custom", path: ["password"], message: faults[fault] });
}

const password = z.string({ error: key("account", "missing.password") });
const newPassword = z.string({ error: key("account", "missing.newPassword") });
const current = z.string({ error: key("account", "missing.currentPassword") });

export const signInSchema = z.object({ email: emailSchema, password });
export const emailRequestSchema = z.object({ email: emailSchema });
const sixDigits = key("account", "code.sixDigits");
export const verifyCodeSchema = z.object({
  // Mail programs and people put spaces and hyphens between the digits.
  code: z.string({ error: sixDigits }).overwrite((typed) => typed.replace(/\D/g, "")).length(6, sixDigits),
});

/** A new password for the account with that address. */
export const setPasswordSchema = (email: string) =>
  z.object({ password: newPassword }).superRefine((typed, context) => checkNewPassword(typed.password, email, context));
export const changePasswordSchema = (email: string) =>
  z.object({ current, password: newPassword }).superRefine((typed, context) => checkNewPassword(typed.password, email, context));
export const changeEmailSchema = (current: string) =>
  z.object({ email: emailSchema.refine((typed) => typed !== current.toLowerCase(), key("account", "settings.sameEmail")) });

/** Erasing the account, by how they prove that it is theirs: `letter` if they signed in through one a moment ago. */
const eraseByPasswordSchema = z.object({ intent: z.literal("password"), password });
export const eraseAccountSchema = z.discriminatedUnion("intent", [
  eraseByPasswordSchema,
  verifyCodeSchema.extend({ intent: z.literal("code") }),
  z.object({ intent: z.literal("letter") }),
]);

/** The link of a letter; the types are those of the auth server that our letters use. */
export const followLinkSchema = z.object({ type: z.enum(["email", "recovery", "email_change"]), token_hash: z.string().min(10).max(200) });

export type LinkType = z.output<typeof followLinkSchema>["type"];
export type SignInInput = z.input<typeof signInSchema>;
export type EmailRequestInput = z.input<typeof emailRequestSchema>;
export type VerifyCodeInput = z.input<typeof verifyCodeSchema>;
export type ErasureProof = z.output<typeof eraseAccountSchema>;
export type EraseByPasswordInput = Pick<z.input<typeof eraseByPasswordSchema>, "password">;
export type SetPasswordInput = z.input<ReturnType<typeof setPasswordSchema>>;
export type ChangePasswordInput = z.input<ReturnType<typeof changePasswordSchema>>;
