import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { CodeInput } from "~/ui/code-input";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { VerifyCodeInput } from "../schema";

type Props = { answer: LastReply; to: string };

/** A field for the six digits of a letter, and a button to request another letter. */
export function CodeForm({ answer, to }: Props) {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useServerForm<VerifyCodeInput>(answer, { id: "enter" });
  return (
    <>
      <ValidatedForm id={id} errors={errors} answer={answer}>
        <input type="hidden" name="to" value={to} />
        <Field id={fields.code.id} label={common("ui.code")} hint={t("code.hint")} error={errorOf(fields.code)}>
          <CodeInput name={fields.code.name} defaultValue={fields.code.value} />
        </Field>
        <SubmitButton name="intent" value="enter" large block>
          {common("action.signIn")}
        </SubmitButton>
      </ValidatedForm>
      <PostForm>
        <input type="hidden" name="to" value={to} />
        <SubmitButton name="intent" value="again" tone="secondary" block>
          {t("code.again")}
        </SubmitButton>
      </PostForm>
    </>
  );
}
