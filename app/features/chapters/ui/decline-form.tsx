import { useEffect, useRef } from "react";

import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { ButtonLink } from "~/ui/button-link";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { FormActions } from "~/ui/form-actions";
import { FormFields } from "~/ui/form-fields";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";
import { Textarea } from "~/ui/textarea";

type Props = {
  request: string;
  answer: LastReply;
  /** URL of the list without this form. */
  closeTo: string;
};

/** Asks for the reason for a decline, under the request itself, so that it stays in sight while the answer is written. */
export function DeclineForm({ request, answer, closeTo }: Props) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useServerForm<{ reason: string }>(answer, { id: `decline-${request}` });
  const reason = useRef<HTMLTextAreaElement>(null);
  useEffect(() => reason.current?.focus(), [request]);
  return (
    <PostForm untyped={["request"]} id={id} className="decline" noValidate preventScrollReset>
      <ErrorSummary title={t("desk.request.refused")} errors={errors.filter(({ id }) => id)} answer={answer} />
      <input type="hidden" name="intent" value="decline" />
      <FormFields>
        <Field label={t("desk.request.reason")} hint={t("desk.request.reasonHint")} id={fields.reason.id} error={errorOf(fields.reason)}>
          <Textarea ref={reason} name={fields.reason.name} rows={3} defaultValue={fields.reason.value} />
        </Field>
        <FormActions>
          <SubmitButton tone="danger" name="request" value={request}>
            {t("desk.request.declineSend")}
          </SubmitButton>
          <ButtonLink to={closeTo} preventScrollReset>
            {common("action.cancel")}
          </ButtonLink>
        </FormActions>
      </FormFields>
    </PostForm>
  );
}
