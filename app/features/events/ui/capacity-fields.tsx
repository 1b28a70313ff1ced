import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Fieldset } from "~/ui/fieldset";
import { Input } from "~/ui/input";

import { visibilities } from "../rules";
import type { EventFieldsProps } from "./event-fields-props";

/** How many may come, and who can see the event. */
export function CapacityFields({ fields, errorOf, taken }: EventFieldsProps & { taken: number }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const hint = taken > 0 ? `${t("form.capacityHint")} ${t("form.capacityTaken", { number: formatNumber(taken, locale) })}` : t("form.capacityHint");
  return (
    <>
      <h2>{t("form.who")}</h2>
      <Field id={fields.capacity.id} label={t("form.capacity")} hint={hint} error={errorOf(fields.capacity)} optional>
        <Input className="capacity" name={fields.capacity.name} defaultValue={fields.capacity.value} inputMode="numeric" maxLength={7} autoComplete="off" />
      </Field>
      <Fieldset id={fields.visibility.id} legend={common("term.whoCanSee")} error={errorOf(fields.visibility)}>
        {visibilities.map((visibility) => (
          <Choice
            key={visibility}
            type="radio"
            name={fields.visibility.name}
            value={visibility}
            defaultChecked={fields.visibility.value === visibility}
            label={t(`form.visibility.${visibility}`)}
          />
        ))}
      </Fieldset>
    </>
  );
}
