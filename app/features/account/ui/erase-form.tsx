import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { ButtonLink } from "~/ui/button-link";
import { CodeInput } from "~/ui/code-input";
import { Field } from "~/ui/field";
import { FormActions } from "~/ui/form-actions";
import { PasswordInput } from "~/ui/password-input";
import { PostForm } from "~/ui/post-form";
import { SectionHead } from "~/ui/section-head";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { VerifyCodeInput, ErasureProof, EraseByPasswordInput } from "../schema";

type Props = {
  answer: LastReply;
  email: string;
  /** How they prove who they are. */
  proof: ErasureProof["intent"];
  /** Where they came from: the link for those who change their mind. */
  keepTo: string;
};

/** The last step: to prove that the account is theirs, and erase it. */
export function EraseForm({ answer, email, proof, keepTo }: Props) {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useServerForm<EraseByPasswordInput & VerifyCodeInput>(answer, { id: "erasing" });
  return (
    <section aria-labelledby="prove" className="stack">
      <SectionHead id="prove" title={t("erase.prove")} text={t(`erase.by.${proof}`)} />
      <ValidatedForm id={id} errors={errors} answer={answer}>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        {proof === "password" ? (
          <Field id={fields.password.id} label={common("ui.password")} error={errorOf(fields.password)}>
            <PasswordInput name={fields.password.name} autoComplete="current-password" />
          </Field>
        ) : null}
        {proof === "code" ? (
          <Field id={fields.code.id} label={common("ui.code")} hint={t("code.hint")} error={errorOf(fields.code)}>
            <CodeInput name={fields.code.name} defaultValue={fields.code.value} />
          </Field>
        ) : null}
        <FormActions>
          <SubmitButton name="intent" value={proof} tone="danger">
            {t("erase.forGood")}
          </SubmitButton>
          <ButtonLink to={keepTo}>{common("action.keep")}</ButtonLink>
        </FormActions>
      </ValidatedForm>
      {proof === "letter" ? null : (
        <PostForm>
          <FormActions>
            <SubmitButton name="intent" value="send" tone="secondary">
              {proof === "code" ? t("code.again") : t("erase.byMail")}
            </SubmitButton>
          </FormActions>
        </PostForm>
      )}
    </section>
  );
}
