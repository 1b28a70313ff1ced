import { useTranslation } from "~/core/i18n/use-translation";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Fieldset } from "~/ui/fieldset";
import { Select } from "~/ui/select";

import { eventKinds, spokenLanguages } from "../rules";
import type { EventFieldsProps } from "./event-fields-props";
import { TextFields } from "./text-fields";

/** The kind of event, its texts in each language, and the languages in which it is held. */
export function AboutFields({ fields, errorOf }: EventFieldsProps) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const spoken = fields.spoken.values;
  return (
    <>
      <h2>{t("form.about")}</h2>
      <Field id={fields.kind.id} label={t("list.kind")} error={errorOf(fields.kind)}>
        <Select name={fields.kind.name} defaultValue={fields.kind.value}>
          <option value="">{t("form.notChosen")}</option>
          {eventKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`label.kind.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <TextFields fields={fields} errorOf={errorOf} />
      <Fieldset id={fields.spoken.id} legend={t("form.spoken")} error={errorOf(fields.spoken)} optional columns={2}>
        {spokenLanguages.map((code) => (
          <Choice
            key={code}
            type="checkbox"
            name={fields.spoken.name}
            value={code}
            defaultChecked={spoken.includes(code)}
            label={common(`language.${code}`)}
          />
        ))}
      </Fieldset>
    </>
  );
}
