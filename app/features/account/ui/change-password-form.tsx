import { Link } from "@remix-run/react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { Field } from "~/ui/field";
import { FormActions } from "~/ui/form-actions";
import { PasswordInput } from "~/ui/password-input";
import { SectionHead } from "~/ui/section-head";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { ChangePasswordInput } from "../schema";
import { NewPasswordField } from "./new-password-field";

type Props = { answer: LastReply; email: string };

/** A new password for somebody who knows the current one; a link leads others to the reset by mail. */
export function ChangePasswordForm({ answer, email }: Props) {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { id, fields, errorOf, errors } = useServerForm<ChangePasswordInput>(answer, { id: "password" });
  return (
    <section aria-labelledby="password-title">
      <SectionHead id="password-title" title={common("ui.password")} text={t("settings.passwordText")} />
      <ValidatedForm id={id} errors={errors} answer={answer}>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field id={fields.current.id} label={common("ui.currentPassword")} error={errorOf(fields.current)}>
          <PasswordInput name={fields.current.name} autoComplete="current-password" />
        </Field>
        <NewPasswordField field={fields.password} error={errorOf(fields.password)} />
        <FormActions>
          <SubmitButton name="intent" value="password" tone="secondary">
            {t("settings.changePassword")}
          </SubmitButton>
          <Link className="small door-link" to={localePath(locale, "/reset")}>
            {t("settings.byMail")}
          </Link>
        </FormActions>
      </ValidatedForm>
    </section>
  );
}
