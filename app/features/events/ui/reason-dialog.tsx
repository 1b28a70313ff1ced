import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { ButtonLink } from "~/ui/button-link";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { SubmitButton } from "~/ui/submit-button";
import { Textarea } from "~/ui/textarea";
import { ValidatedForm } from "~/ui/validated-form";

import type { ReasonInput } from "../schema";

type Props = {
  title: string;
  text: string;
  reasonHint: string;
  /** Label of the button, which cannot be undone; `intent` is its value in the form. */
  action: string;
  intent: "call-off" | "remove";
  /** URL that the form is sent to: the one that opens this dialog, so that a refusal is shown in it. */
  to: string;
  closeTo: string;
  /** Id of the member it is about. */
  person?: string;
  answer: LastReply;
};

/** Asks for the reason for something that others will be told about. */
export function ReasonDialog({ title, text, reasonHint, action, intent, to, closeTo, person, answer }: Props) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useServerForm<ReasonInput>(answer, { id: "reason" });
  return (
    <Dialog
      title={title}
      closeTo={closeTo}
      actions={
        <>
          <ButtonLink to={closeTo} preventScrollReset>
            {common("action.keep")}
          </ButtonLink>
          <SubmitButton form={id} name="intent" value={intent} tone="danger">
            {action}
          </SubmitButton>
        </>
      }
    >
      <ValidatedForm untyped={["person"]} action={to} id={id} errors={errors} answer={answer} preventScrollReset>
        <p>{text}</p>
        {person ? <input type="hidden" name="person" value={person} /> : null}
        <Field id={fields.reason.id} label={t("desk.reason")} hint={reasonHint} error={errorOf(fields.reason)}>
          <Textarea name={fields.reason.name} defaultValue={fields.reason.value} maxLength={1000} rows={3} />
        </Field>
      </ValidatedForm>
    </Dialog>
  );
}
