import { Link } from "@remix-run/react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { EmailInput } from "~/ui/email-input";
import { Field } from "~/ui/field";
import { PasswordInput } from "~/ui/password-input";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { SignInInput } from "../schema";

type Props = {
  answer: LastReply;
  /** The path to go on to. */
  to: string;
};

export function SignInForm({ answer, to }: Props) {
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { id, fields, errorOf, errors } = useServerForm<SignInInput>(answer, { id: "sign-in" });
  return (
    <ValidatedForm id={id} errors={errors} answer={answer}>
      <input type="hidden" name="to" value={to} />
      <Field id={fields.email.id} label={common("ui.email")} error={errorOf(fields.email)}>
        <EmailInput name={fields.email.name} defaultValue={fields.email.value} autoComplete="username" />
      </Field>
      <div>
        <Field id={fields.password.id} label={common("ui.password")} error={errorOf(fields.password)}>
          <PasswordInput name={fields.password.name} autoComplete="current-password" />
        </Field>
        <p>
          <Link className="small door-link" to={localePath(locale, "/reset")}>
            {common("action.forgotPassword")}
          </Link>
        </p>
      </div>
      <SubmitButton large block>
        {common("action.signIn")}
      </SubmitButton>
    </ValidatedForm>
  );
}
