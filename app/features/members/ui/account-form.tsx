import { Link } from "@remix-run/react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { EmailInput } from "~/ui/email-input";
import { Field } from "~/ui/field";
import { FormActions } from "~/ui/form-actions";
import { PasswordInput } from "~/ui/password-input";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { AccountInput } from "../schema";

type Props = { email: string; answer: LastReply };

/** The first step: an address and a password, or the address alone and a mailed code. */
export function AccountForm({ email, answer }: Props) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { id, fields, errorOf, errors } = useServerForm<AccountInput>(answer, { id: "account", defaultValues: { email } });

  return (
    <ValidatedForm id={id} errors={errors} answer={answer}>
      <h2>{t("join.account.title")}</h2>
      <Field id={fields.email.id} label={common("ui.email")} error={errorOf(fields.email)}>
        <EmailInput name={fields.email.name} defaultValue={fields.email.value} autoComplete="email" />
      </Field>
      <Field id={fields.password.id} label={common("ui.password")} hint={t("join.account.passwordHint")} error={errorOf(fields.password)}>
        <PasswordInput name={fields.password.name} autoComplete="new-password" />
      </Field>
      <FormActions>
        <SubmitButton large name="intent" value="password">
          {common("action.continue")}
        </SubmitButton>
        <SubmitButton large tone="secondary" name="intent" value="code">
          {t("join.account.withCode")}
        </SubmitButton>
      </FormActions>
      <p>
        {t("join.account.known")} <Link to={localePath(locale, "/sign-in")}>{common("action.signIn")}</Link>
      </p>
    </ValidatedForm>
  );
}
