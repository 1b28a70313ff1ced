import { formatDate } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import type { FormField } from "~/core/use-server-form";
import { Field } from "~/ui/field";
import { Input } from "~/ui/input";
import { useOverridableValue } from "~/ui/use-overridable-value";

type Props = {
  label: string;
  hint: string;
  field: FormField;
  error?: string;
  /** Days that the calendar offers. */
  min: string;
  max: string;
};

/** The first or last day of a term. The native input is in the browser's language, so the choice is written out below in the page's. */
export function TermDateField({ label, hint, field, error, min, max }: Props) {
  const locale = useLocale();
  const chosen = useOverridableValue<HTMLInputElement>(field.value);
  const moment = Date.parse(`${chosen.value}T00:00Z`);
  return (
    <Field id={field.id} label={label} hint={hint} error={error}>
      <Input type="date" name={field.name} {...chosen.attributes} min={min} max={max} />
      {Number.isNaN(moment) ? null : (
        <output className="moment-chosen" htmlFor={field.id}>
          {formatDate(moment, locale, "full", "UTC")}
        </output>
      )}
    </Field>
  );
}
