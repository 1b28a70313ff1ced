import { Link } from "@remix-run/react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import type { VerifyCodeInput } from "~/features/account/schema";
import { CodeInput } from "~/ui/code-input";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { FormActions } from "~/ui/form-actions";
import { FormFields } from "~/ui/form-fields";
import { Notice } from "~/ui/notice";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";

type Props = { email: string; isSentAgain: boolean; answer: LastReply };

/** Asks for the six digits from the letter; the button in the letter does the same job. */
export function CodeForm({ email, isSentAgain, answer }: Props) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { id, fields, errorOf, errors } = useServerForm<VerifyCodeInput>(answer, { id: "code" });
  const signInPath = `${localePath(locale, "/sign-in")}?${new URLSearchParams({ to: localePath(locale, "/join/study") })}`;
  return (
    <FormFields>
      <ErrorSummary errors={errors} answer={answer} />
      <h2>{t("join.confirm.title")}</h2>
      {isSentAgain ? <Notice role="status">{t("join.confirm.sentAgain")}</Notice> : null}
      <p className="break-anywhere">{t("join.confirm.lead", { email })}</p>
      <PostForm id={id} noValidate>
        <FormFields>
          <Field id={fields.code.id} label={common("ui.code")} hint={t("join.confirm.codeHint")} error={errorOf(fields.code)}>
            <CodeInput name={fields.code.name} defaultValue={fields.code.value} />
          </Field>
          <FormActions>
            <SubmitButton large>{common("action.confirm")}</SubmitButton>
          </FormActions>
        </FormFields>
      </PostForm>
      <PostForm>
        <SubmitButton tone="quiet" name="intent" value="again">
          {t("join.confirm.again")}
        </SubmitButton>
      </PostForm>
      <p>
        {t("join.confirm.elsewhere")} <Link to={signInPath}>{common("action.signIn")}</Link>
      </p>
      <p>
        <Link to={localePath(locale, "/join")}>{t("join.confirm.otherAddress")}</Link>
      </p>
    </FormFields>
  );
}
