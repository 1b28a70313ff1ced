import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { EmailInput } from "~/ui/email-input";
import { Field } from "~/ui/field";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { EmailRequestInput } from "../schema";

type Props = {
  answer: LastReply;
  /** What the button does: a code or a link. */
  action: string;
  /** The address typed before. */
  email?: string;
  to?: string;
};

/** Requests a letter to an address. */
export function AddressForm({ answer, action, email, to }: Props) {
  const { t } = useTranslation("common");
  const { id, fields, errorOf, errors } = useServerForm<EmailRequestInput>(answer, { id: "ask", defaultValues: { email } });
  return (
    <ValidatedForm id={id} errors={errors} answer={answer}>
      {to ? <input type="hidden" name="to" value={to} /> : null}
      <Field id={fields.email.id} label={t("ui.email")} error={errorOf(fields.email)}>
        <EmailInput name={fields.email.name} defaultValue={fields.email.value} autoComplete="username" />
      </Field>
      <SubmitButton name="intent" value="ask" large block>
        {action}
      </SubmitButton>
    </ValidatedForm>
  );
}
