import { monthNames } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import type { FormField } from "~/core/use-server-form";
import { Field } from "~/ui/field";
import { Fieldset } from "~/ui/fieldset";
import { Select } from "~/ui/select";

type ErrorOf = (field: FormField) => string | undefined;
type Props = { legend: string; hint?: string; month: FormField; year: FormField; years: number[]; errorOf: ErrorOf };

/** Month and year as two selects: the browser's own month field would be in English on a Kazakh page. */
export function MonthFields({ legend, hint, month, year, years, errorOf }: Props) {
  const { t } = useTranslation("members");
  const names = monthNames(useLocale());
  return (
    <Fieldset legend={legend} hint={hint} columns={2}>
      <Part field={month} label={t("join.study.month")} options={names.map((name, index) => ({ value: index + 1, name }))} errorOf={errorOf} />
      <Part field={year} label={t("join.study.year")} options={years.map((value) => ({ value, name: String(value) }))} errorOf={errorOf} />
    </Fieldset>
  );
}

type PartProps = {
  field: FormField;
  /** Shown in the select until something is chosen. */
  label: string;
  options: { value: number; name: string }[];
  errorOf: ErrorOf;
};

function Part({ field, label, options, errorOf }: PartProps) {
  return (
    <Field id={field.id} label={<span className="visually-hidden">{label}</span>} error={errorOf(field)}>
      <Select name={field.name} defaultValue={field.value}>
        <option value="">{label}</option>
        {options.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
