import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { ButtonLink } from "~/ui/button-link";
import { DetailsList } from "~/ui/details-list";
import { Field } from "~/ui/field";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { SubmitButton } from "~/ui/submit-button";
import { Textarea } from "~/ui/textarea";
import { ValidatedForm } from "~/ui/validated-form";

import type { MessageInput } from "../schema";

/** The writer: the address that replies go to, and whether a member's name is sent along. */
type Sender = { email: string; isMember: boolean };
/** A labelled value; `lang` is its language where that is not the page's. */
type Named = { label: string; value: string; lang?: string };

type Props = {
  /** The id of this form. */
  form: string;
  sender: Sender;
  /** The addressee and the subject. */
  about: Named[];
  answer: LastReply;
  /** The page the reader came from. */
  backTo?: string;
};

/** The one text field of a message; the writer is told beforehand what is sent along with it. */
export function MessageForm({ form, sender, about, answer, backTo }: Props) {
  const { t } = useTranslation("messages");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useServerForm<MessageInput>(answer, { id: "message", defaultValues: { form } });
  const hasFieldErrors = errors.some((error) => error.id);
  return (
    <ValidatedForm id={id} title={hasFieldErrors ? undefined : t("form.refused")} errors={errors} answer={answer}>
      <input type="hidden" name={fields.form.name} value={fields.form.value} />
      <DetailsList details={[...about, { label: t("form.answerTo"), value: <span className="break-anywhere">{sender.email}</span> }]} />
      <Field id={fields.text.id} label={t("form.text")} error={errorOf(fields.text)}>
        <Textarea name={fields.text.name} rows={8} defaultValue={fields.text.value} dir="auto" />
      </Field>
      <Notice>{sender.isMember ? t("form.goesAlong") : t("form.addressGoesAlong")}</Notice>
      <FormActions>
        <SubmitButton>{common("action.send")}</SubmitButton>
        {backTo ? <ButtonLink to={backTo}>{common("action.cancel")}</ButtonLink> : null}
      </FormActions>
    </ValidatedForm>
  );
}
