import { useTranslation } from "~/core/i18n/use-translation";
import { type FormAnswer, useAnsweredForm } from "~/core/use-answered-form";
import { ButtonLink } from "~/ui/button-link";
import { CheckedForm } from "~/ui/checked-form";
import { DetailsList } from "~/ui/details-list";
import { Field } from "~/ui/field";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { SubmitButton } from "~/ui/submit-button";
import { Textarea } from "~/ui/textarea";

import type { Writing } from "../schema";

/** Who writes: where the answer goes, and whether there is a name to go along. */
export type Sender = { email: string; isMember: boolean };
/** Something named, in its own language where that is not the page's. */
type Named = { label: string; value: string; lang?: string };

type Props = { /** The number of this form. */ form: string; sender: Sender; /** To whom, and what about. */ about: Named[]; answer: FormAnswer; /** Where they came from. */ backTo?: string };

/** The one text of a message; who writes is told first what goes along with it. */
export function MessageForm({ form, sender, about, answer, backTo }: Props) {
  const { t } = useTranslation("messages");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useAnsweredForm<Writing>(answer, { id: "message", before: { form } });
  return (
    <CheckedForm id={id} title={errors.some((error) => error.id) ? undefined : t("form.refused")} errors={errors} answer={answer}>
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
    </CheckedForm>
  );
}
