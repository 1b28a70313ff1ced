import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import Lock from "lucide-react/icons/lock";
import { useTranslation } from "react-i18next";

import { useAnsweredForm } from "~/core/use-answered-form";
import { Choice } from "~/ui/choice";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { Fieldset } from "~/ui/fieldset";
import { FormActions } from "~/ui/form-actions";
import { FormFields } from "~/ui/form-fields";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import { SubmitButton } from "~/ui/submit-button";

import type { Places } from "../queries.server";
import { degrees, fieldsOfStudy } from "../rules";
import type { StudyStep } from "../schema";
import { MonthFields } from "./month-fields";
import { PlaceFields } from "./place-fields";

type Props = {
  places: Places;
  meant: string[];
  thisYear: number;
  defaultValue: Record<string, unknown>;
  lastResult?: SubmissionResult<string[]> | null;
};

/** The second step: where, what and until when somebody studies. */
export function StudyForm({ places, meant, thisYear, defaultValue, lastResult }: Props) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const { form, fields, errorOf, errors } = useAnsweredForm<StudyStep>(lastResult, { id: "study", defaultValue });
  const begun = Array.from({ length: 12 }, (_year, index) => thisYear + 1 - index);
  const finished = Array.from({ length: 11 }, (_year, index) => thisYear + index);

  return (
    <Form method="post" id={form.id} noValidate key={JSON.stringify(lastResult?.initialValue ?? null)}>
      <FormFields>
        <ErrorSummary errors={errors} answer={lastResult} />
        <h2>{t("join.study.title")}</h2>
        <PlaceFields fields={fields} errorOf={errorOf} places={places} meant={meant} />
        <Fieldset id={fields.degree.id} legend={common("term.degree")} error={errorOf(fields.degree)} columns={2}>
          {degrees.map((degree) => (
            <Choice key={degree} type="radio" name={fields.degree.name} value={degree} defaultChecked={fields.degree.initialValue === degree} label={t(`label.degree.${degree}`)} />
          ))}
        </Fieldset>
        <Field id={fields.field.id} label={common("term.fieldOfStudy")} error={errorOf(fields.field)}>
          <Select name={fields.field.name} defaultValue={String(fields.field.initialValue ?? "")}>
            <option value="">{t("join.study.notChosen")}</option>
            {fieldsOfStudy.map((field) => (
              <option key={field} value={field}>
                {t(`label.field.${field}`)}
              </option>
            ))}
          </Select>
        </Field>
        <MonthFields legend={t("join.study.startedOn")} month={fields.startMonth} year={fields.startYear} years={begun} error={errorOf(fields.startMonth) ?? errorOf(fields.startYear)} />
        <MonthFields
          legend={t("join.study.endsOn")}
          hint={t("join.study.roughly")}
          month={fields.endMonth}
          year={fields.endYear}
          years={finished}
          error={errorOf(fields.endMonth) ?? errorOf(fields.endYear)}
        />
        <Notice icon={Lock}>{t("join.study.privacy")}</Notice>
        <FormActions>
          <SubmitButton large>{common("action.continue")}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  );
}
