import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Fieldset } from "~/ui/fieldset";
import { Select } from "~/ui/select";

import type { EventFormOptions } from "../queries.server";
import type { EventFieldsProps } from "./event-fields-props";
import { DateTimeFields } from "./date-time-fields";

/** When the event begins and ends, in which time zone, and until when one may register. */
export function WhenFields({ fields, errorOf, zones }: EventFieldsProps & Pick<EventFormOptions, "zones">) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { isLaterOfTwo } = fields;
  return (
    <>
      <h2>{t("form.when")}</h2>
      <DateTimeFields legend={t("form.starts")} day={fields.startsOn} time={fields.startsTime} errorOf={errorOf} />
      {isLaterOfTwo.errors || isLaterOfTwo.value ? (
        <Fieldset id={isLaterOfTwo.id} legend={t("form.which")} error={errorOf(isLaterOfTwo)}>
          <Choice type="radio" name={isLaterOfTwo.name} value="false" defaultChecked={isLaterOfTwo.value === "false"} label={common("error.timeFirst")} />
          <Choice type="radio" name={isLaterOfTwo.name} value="true" defaultChecked={isLaterOfTwo.value === "true"} label={common("error.timeSecond")} />
        </Fieldset>
      ) : null}
      <DateTimeFields legend={t("form.ends")} hint={t("form.endsHint")} day={fields.endsOn} time={fields.endsTime} otherDay={fields.startsOn} errorOf={errorOf} />
      <Field id={fields.zone.id} label={common("term.timeZone")} hint={t("form.zoneHint")} error={errorOf(fields.zone)}>
        <Select name={fields.zone.name} defaultValue={fields.zone.value}>
          {zones.map(({ id, name, offset }) => (
            <option key={id} value={id}>
              {`${localizedText(name, locale) || t("zone.Almaty")} (${offset})`}
            </option>
          ))}
        </Select>
      </Field>
      <DateTimeFields legend={t("form.closes")} hint={t("form.closesHint")} day={fields.closesOn} time={fields.closesTime} errorOf={errorOf} optional />
    </>
  );
}
