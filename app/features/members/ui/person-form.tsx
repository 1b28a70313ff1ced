import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, type FormValues, useServerForm } from "~/core/use-server-form";
import { Choice } from "~/ui/choice";
import { Fieldset } from "~/ui/fieldset";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { Option } from "../places.server";
import { optionalConsents } from "../rules";
import type { PersonInput } from "../schema";
import { PersonFields } from "./person-fields";
import { RequiredConsents } from "./required-consents";

type Props = { regions: Option[]; defaultValues: FormValues; answer: LastReply };

/** The third step: names, and what the member agrees to. Nothing is ticked beforehand. */
export function PersonForm({ regions, defaultValues, answer }: Props) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useServerForm<PersonInput>(answer, { id: "you", defaultValues });
  const agreed = fields.agreed.values;

  return (
    <ValidatedForm id={id} errors={errors} answer={answer}>
      <h2>{t("join.you.title")}</h2>
      <PersonFields fields={fields} errorOf={errorOf} regions={regions} />
      <h2>{t("join.you.consents")}</h2>
      <Notice>{t("consent.neverAsked")}</Notice>
      <RequiredConsents fields={fields} errorOf={errorOf} />
      <Fieldset legend={t("join.you.chosen")} hint={t("consent.withdrawHint")}>
        {optionalConsents.map((purpose) => (
          <Choice
            key={purpose}
            type="checkbox"
            name={fields.agreed.name}
            value={purpose}
            defaultChecked={agreed.includes(purpose)}
            label={t(`label.purpose.${purpose}`)}
          />
        ))}
      </Fieldset>
      <FormActions>
        <SubmitButton large name="intent" value="join">
          {t("join.title")}
        </SubmitButton>
        <SubmitButton large tone="secondary" name="intent" value="back">
          {common("action.back")}
        </SubmitButton>
      </FormActions>
    </ValidatedForm>
  );
}
