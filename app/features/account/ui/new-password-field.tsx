import { useTranslation } from "~/core/i18n/use-translation";
import type { FormField } from "~/core/use-server-form";
import { Field } from "~/ui/field";
import { PasswordInput } from "~/ui/password-input";

import { passwordLength } from "../rules";

/** A field for a new password, with the least length as its hint. */
export function NewPasswordField({ field, error }: { field: FormField; error: string | undefined }) {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  return (
    <Field id={field.id} label={common("ui.newPassword")} hint={t("password.hint", { min: passwordLength.least })} error={error}>
      <PasswordInput name={field.name} autoComplete="new-password" />
    </Field>
  );
}
