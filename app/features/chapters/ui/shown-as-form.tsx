import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { Field } from "~/ui/field";
import { FormActions } from "~/ui/form-actions";
import { Input } from "~/ui/input";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { Mandate } from "../desk-queries.server";
import type { ShownAsInput } from "../desk-schema";

type Props = {
  mandate: Mandate;
  /** With several mandates, the heading names the office. */
  isOnlyOne: boolean;
  answer: LastReply;
};

/** The name under which the public sees the holder of a mandate: their own choice, and it may be empty. */
export function ShownAsForm({ mandate, isOnlyOne, answer }: Props) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useServerForm<ShownAsInput>(answer, { id: `shown-${mandate.id}`, defaultValues: { shownAs: mandate.shownAs ?? "" } });
  const heading = `heading-${mandate.id}`;
  return (
    <section className="shown-as" aria-labelledby={heading}>
      <h2 id={heading}>
        {t("desk.mandate.own")}
        {isOnlyOne ? null : <span className="soft"> ({t(`label.role.${mandate.role}`)})</span>}
      </h2>
      <ValidatedForm untyped={["mandate"]} id={id} title={t("desk.mandate.refused")} errors={errors} answer={answer}>
        <input type="hidden" name="mandate" value={mandate.id} />
        <Field id={fields.shownAs.id} label={t("desk.mandate.field")} hint={t("desk.mandate.hint")} error={errorOf(fields.shownAs)} optional>
          <Input name={fields.shownAs.name} defaultValue={fields.shownAs.value} autoComplete="name" />
        </Field>
        <FormActions>
          <SubmitButton tone="tonal" name="intent" value={mandate.id}>
            {common("action.save")}
          </SubmitButton>
        </FormActions>
      </ValidatedForm>
    </section>
  );
}
