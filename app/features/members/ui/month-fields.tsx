import { monthNames } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import type { FormField } from "~/core/use-answered-form";
import { Fieldset } from "~/ui/fieldset";
import { Select } from "~/ui/select";

type Props = {
  legend: string;
  hint?: string;
  month: FormField;
  year: FormField;
  years: number[];
  error?: string;
};

/** A month of a year as two selects: the browser's own month field is English where Kazakh is read. */
export function MonthFields({ legend, hint, month, year, years, error }: Props) {
  const { t } = useTranslation("members");
  const names = monthNames(useLocale());
  const chosen = (field: FormField) => field.value;
  return (
    <Fieldset legend={legend} hint={hint} error={error} id={error ? (month.errors ? month.id : year.id) : undefined} columns={2}>
      <div>
        <label className="visually-hidden" htmlFor={`${month.id}-select`}>
          {t("join.study.month")}
        </label>
        <Select id={`${month.id}-select`} name={month.name} defaultValue={chosen(month)} key={`m${chosen(month)}`}>
          <option value="">{t("join.study.month")}</option>
          {names.map((name, index) => (
            <option key={name} value={index + 1}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <div>
        <label className="visually-hidden" htmlFor={`${year.id}-select`}>
          {t("join.study.year")}
        </label>
        <Select id={`${year.id}-select`} name={year.name} defaultValue={chosen(year)} key={`y${chosen(year)}`}>
          <option value="">{t("join.study.year")}</option>
          {years.map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </Select>
      </div>
    </Fieldset>
  );
}
