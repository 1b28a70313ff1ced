import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Fieldset } from "~/ui/fieldset";
import { Input } from "~/ui/input";
import { Select } from "~/ui/select";

import type { EventFormOptions } from "../queries.server";
import { formats } from "../rules";
import type { EventFieldsProps } from "./event-fields-props";

/** On site, online or both. Fields that the chosen format does not need are hidden by the stylesheet and ignored by the server. */
export function WhereFields({ fields, errorOf, cities }: EventFieldsProps & Pick<EventFormOptions, "cities">) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  return (
    <>
      <h2>{t("form.where")}</h2>
      <Fieldset id={fields.format.id} legend={t("list.format")} error={errorOf(fields.format)}>
        {formats.map((format) => (
          <Choice
            key={format}
            type="radio"
            name={fields.format.name}
            value={format}
            defaultChecked={fields.format.value === format}
            label={t(`label.format.${format}`)}
          />
        ))}
      </Fieldset>
      <div className="form for-place">
        <Field id={fields.city.id} label={common("ui.city")} error={errorOf(fields.city)}>
          <Select name={fields.city.name} defaultValue={fields.city.value}>
            <option value="">{t("form.notChosen")}</option>
            {cities.map(({ id, name }) => (
              <option key={id} value={id}>
                {localizedText(name, locale)}
              </option>
            ))}
          </Select>
        </Field>
        <Field id={fields.venue.id} label={t("form.venue")} hint={t("form.venueHint")} error={errorOf(fields.venue)}>
          <Input name={fields.venue.name} defaultValue={fields.venue.value} maxLength={200} />
        </Field>
        <div>
          <Field id={fields.address.id} label={common("ui.address")} error={errorOf(fields.address)} optional>
            <Input name={fields.address.name} defaultValue={fields.address.value} maxLength={300} autoComplete="off" />
          </Field>
          <Choice bare type="checkbox" name={fields.isAddressInside.name} defaultChecked={fields.isAddressInside.value === "on"} label={t("form.inside")} />
        </div>
      </div>
      <div className="form for-link">
        <Field id={fields.link.id} label={t("form.link")} hint={t("form.linkHint")} error={errorOf(fields.link)} optional>
          <Input type="url" name={fields.link.name} defaultValue={fields.link.value} maxLength={500} inputMode="url" autoComplete="off" />
        </Field>
      </div>
    </>
  );
}
