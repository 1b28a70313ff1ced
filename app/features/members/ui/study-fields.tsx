import { useTranslation } from "~/core/i18n/use-translation";
import type { ServerForm } from "~/core/use-server-form";
import { Field } from "~/ui/field";
import { Select } from "~/ui/select";

import type { Places } from "../places.server";
import { degrees, fieldsOfStudy } from "../rules";
import type { StudyInput } from "../schema";
import { MonthFields } from "./month-fields";
import { PlaceFields } from "./place-fields";

type Props = Pick<ServerForm<StudyInput>, "fields" | "errorOf"> & {
  places: Places;
  /** See `PlaceFields`. */
  suggestions: string[];
  thisYear: number;
};

/** Where, what and until when somebody studies, for the second step and for the profile alike. */
export function StudyFields({ fields, errorOf, places, suggestions, thisYear }: Props) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const startYears = withChosen(Array.from({ length: 12 }, (_year, index) => thisYear + 1 - index), fields.startYear.value);
  const endYears = withChosen(Array.from({ length: 11 }, (_year, index) => thisYear + index), fields.endYear.value);

  return (
    <>
      <PlaceFields fields={fields} errorOf={errorOf} places={places} suggestions={suggestions} />
      <Field id={fields.degree.id} label={common("term.degree")} error={errorOf(fields.degree)}>
        <Select name={fields.degree.name} defaultValue={fields.degree.value}>
          <option value="">{t("join.study.notChosen")}</option>
          {degrees.map((degree) => (
            <option key={degree} value={degree}>
              {t(`label.degree.${degree}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={fields.field.id} label={common("term.fieldOfStudy")} error={errorOf(fields.field)}>
        <Select name={fields.field.name} defaultValue={fields.field.value}>
          <option value="">{t("join.study.notChosen")}</option>
          {fieldsOfStudy.map((field) => (
            <option key={field} value={field}>
              {t(`label.field.${field}`)}
            </option>
          ))}
        </Select>
      </Field>
      <MonthFields legend={t("join.study.startedOn")} month={fields.startMonth} year={fields.startYear} years={startYears} errorOf={errorOf} />
      <MonthFields legend={t("join.study.endsOn")} hint={t("join.study.roughly")} month={fields.endMonth} year={fields.endYear} years={endYears} errorOf={errorOf} />
    </>
  );
}

/** The years on offer, preceded by the chosen one where it is not among them. */
function withChosen(years: number[], chosen: unknown): number[] {
  const year = Number(chosen);
  return Number.isInteger(year) && year > 0 && !years.includes(year) ? [year, ...years] : years;
}
