import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { SetPasswordInput } from "../schema";
import { NewPasswordField } from "./new-password-field";

type Props = {
  answer: LastReply;
  /** Whose password it is, for the reader's own password store. */
  email: string;
};

/** A new password for somebody who came by the link of a letter. */
export function NewPasswordForm({ answer, email }: Props) {
  const { t } = useTranslation("account");
  const { id, fields, errorOf, errors } = useServerForm<SetPasswordInput>(answer, { id: "new-password" });
  return (
    <ValidatedForm id={id} errors={errors} answer={answer}>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <NewPasswordField field={fields.password} error={errorOf(fields.password)} />
      <SubmitButton large block>
        {t("password.save")}
      </SubmitButton>
    </ValidatedForm>
  );
}
