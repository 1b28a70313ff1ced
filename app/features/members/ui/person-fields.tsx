import { useTranslation } from "~/core/i18n/use-translation";
import type { FormField } from "~/core/use-server-form";
import { Field } from "~/ui/field";
import { Input } from "~/ui/input";
import { Select } from "~/ui/select";
import { useOverridableValue } from "~/ui/use-overridable-value";

import type { Option } from "../places.server";
import { fundings, suggestLatin } from "../rules";

type Name = "surname" | "givenName" | "patronymic" | "latinName" | "homeRegion" | "funding";
type Props = { fields: Record<Name, FormField>; errorOf: (field: FormField) => string | undefined; regions: Option[] };

/** Names and the private details, for the third step and for the profile alike. */
export function PersonFields({ fields, errorOf, regions }: Props) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const surname = useOverridableValue<HTMLInputElement>(fields.surname.value);
  const givenName = useOverridableValue<HTMLInputElement>(fields.givenName.value);
  // The suggestion follows the names until the member writes a spelling of their own.
  const latin = useOverridableValue<HTMLInputElement>(fields.latinName.value || suggestLatin(`${surname.value} ${givenName.value}`));
  const nothing = <option value="">{t("join.study.notChosen")}</option>;
  return (
    <>
      <Field id={fields.surname.id} label={common("ui.surname")} error={errorOf(fields.surname)}>
        <Input name={fields.surname.name} {...surname.attributes} autoComplete="family-name" />
      </Field>
      <Field id={fields.givenName.id} label={common("ui.givenName")} error={errorOf(fields.givenName)}>
        <Input name={fields.givenName.name} {...givenName.attributes} autoComplete="given-name" />
      </Field>
      <Field id={fields.patronymic.id} label={common("ui.patronymic")} error={errorOf(fields.patronymic)}>
        <Input name={fields.patronymic.name} defaultValue={fields.patronymic.value} autoComplete="additional-name" />
      </Field>
      <Field id={fields.latinName.id} label={common("ui.latinName")} hint={t("join.you.latinHint")} error={errorOf(fields.latinName)} optional>
        <Input name={fields.latinName.name} {...latin.attributes} lang="en" autoComplete="off" />
      </Field>
      <Field id={fields.homeRegion.id} label={common("term.homeRegion")} hint={t("join.you.regionHint")} error={errorOf(fields.homeRegion)} optional>
        <Select name={fields.homeRegion.name} defaultValue={fields.homeRegion.value}>
          {nothing}
          {regions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={fields.funding.id} label={t("join.you.funding")} hint={t("join.you.fundingHint")} error={errorOf(fields.funding)} optional>
        <Select name={fields.funding.name} defaultValue={fields.funding.value}>
          {nothing}
          {fundings.map((funding) => (
            <option key={funding} value={funding}>
              {t(`label.funding.${funding}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
