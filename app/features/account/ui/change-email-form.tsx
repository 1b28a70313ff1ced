import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { EmailInput } from "~/ui/email-input";
import { Field } from "~/ui/field";
import { FormActions } from "~/ui/form-actions";
import { SectionHead } from "~/ui/section-head";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { EmailRequestInput } from "../schema";

type Props = { answer: LastReply; email: string };

/** A new address for the account: both mailboxes have to confirm. */
export function ChangeEmailForm({ answer, email }: Props) {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useServerForm<EmailRequestInput>(answer, { id: "email" });
  return (
    <section aria-labelledby="email-title">
      <SectionHead id="email-title" title={common("ui.email")} text={t("settings.emailText")} />
      <ValidatedForm id={id} errors={errors} answer={answer}>
        <p className="break-anywhere">{t("settings.currentEmail", { email })}</p>
        <Field id={fields.email.id} label={t("settings.newEmail")} error={errorOf(fields.email)}>
          <EmailInput name={fields.email.name} defaultValue={fields.email.value} autoComplete="email" />
        </Field>
        <FormActions>
          <SubmitButton name="intent" value="email" tone="secondary">
            {t("settings.changeEmail")}
          </SubmitButton>
        </FormActions>
      </ValidatedForm>
    </section>
  );
}
