import { useTranslation } from "~/core/i18n/use-translation";
import { type FormAnswer, useAnsweredForm } from "~/core/use-answered-form";
import { CheckedForm } from "~/ui/checked-form";
import { Field } from "~/ui/field";
import { PasswordInput } from "~/ui/password-input";
import { SubmitButton } from "~/ui/submit-button";

import { passwordLength } from "../rules";
import type { SettingPassword } from "../schema";

type Props = { answer: FormAnswer | undefined; /** Whose password it is, for the reader's own password store. */ email: string };

/** A new password for somebody who came by the link of a letter. */
export function NewPasswordForm({ answer, email }: Props) {
  const { t } = useTranslation(["account", "common"]);
  const { id, fields, errorOf, errors } = useAnsweredForm<SettingPassword>(answer, { id: "new-password" });
  return (
    <CheckedForm id={id} errors={errors} answer={answer}>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        id={fields.password.id}
        label={t("common:ui.newPassword")}
        hint={t("password.hint", { min: passwordLength.least })}
        error={errorOf(fields.password)}
      >
        <PasswordInput name={fields.password.name} autoComplete="new-password" />
      </Field>
      <SubmitButton large block>
        {t("password.save")}
      </SubmitButton>
    </CheckedForm>
  );
}
