import { formatDate } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import type { FormField } from "~/core/use-server-form";
import { Field } from "~/ui/field";
import { Fieldset } from "~/ui/fieldset";
import { Input } from "~/ui/input";
import { useOverridableValue } from "~/ui/use-overridable-value";

import type { EventFieldsProps } from "./event-fields-props";

type Props = Pick<EventFieldsProps, "errorOf"> & {
  legend: string;
  hint?: string;
  day: FormField;
  time: FormField;
  /** The day that applies where none is chosen here. */
  otherDay?: FormField;
  optional?: boolean;
};

const isWhole = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00Z`));

/**
 * A day and a time. Native inputs open the phone's own calendar and clock, which can be used with one thumb; they are in the browser's language, perhaps
 * with a 12-hour clock, so the choice is written out below in the page's.
 */
export function DateTimeFields({ legend, hint, day, time, otherDay, errorOf, optional }: Props) {
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const chosenDay = useOverridableValue<HTMLInputElement>(day.value);
  const chosenTime = useOverridableValue<HTMLInputElement>(time.value);
  const shownDay = chosenDay.value || (otherDay?.value ?? "");
  return (
    <Fieldset legend={legend} hint={hint} optional={optional}>
      <div className="moment-fields">
        <Field id={day.id} label={common("ui.date")} error={errorOf(day)}>
          <Input type="date" name={day.name} {...chosenDay.attributes} min="2000-01-01" max="2099-12-31" />
        </Field>
        <Field id={time.id} label={common("ui.time")} error={errorOf(time)}>
          <Input type="time" name={time.name} {...chosenTime.attributes} />
        </Field>
      </div>
      {isWhole(shownDay) && (chosenDay.value || chosenTime.value) ? (
        <output className="moment-chosen" htmlFor={`${day.id} ${time.id}`}>
          {[formatDate(`${shownDay}T00:00Z`, locale, "full", "UTC"), chosenTime.value].filter(Boolean).join(", ")}
        </output>
      ) : null}
    </Fieldset>
  );
}
