import { useTranslation } from "react-i18next";

import type { AnsweredForm } from "~/core/use-answered-form";
import { Field } from "~/ui/field";
import { Input } from "~/ui/input";
import { Select } from "~/ui/select";

import type { Option } from "../queries.server";
import { fundings } from "../rules";
import type { YouStep } from "../schema";

type Props = Pick<AnsweredForm<YouStep>, "fields" | "errorOf"> & { regions: Option[] };

/** Names and the private details, for the third step and for the profile alike. */
export function PersonFields({ fields, errorOf, regions }: Props) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const nothing = <option value="">{t("join.study.notChosen")}</option>;
  return (
    <>
      <Field id={fields.surname.id} label={common("ui.surname")} error={errorOf(fields.surname)}>
        <Input name={fields.surname.name} defaultValue={fields.surname.initialValue} autoComplete="family-name" />
      </Field>
      <Field id={fields.givenName.id} label={common("ui.givenName")} error={errorOf(fields.givenName)}>
        <Input name={fields.givenName.name} defaultValue={fields.givenName.initialValue} autoComplete="given-name" />
      </Field>
      <Field id={fields.patronymic.id} label={common("ui.patronymic")} error={errorOf(fields.patronymic)}>
        <Input name={fields.patronymic.name} defaultValue={fields.patronymic.initialValue} autoComplete="additional-name" />
      </Field>
      <Field id={fields.latinName.id} label={common("ui.latinName")} hint={t("join.you.latinHint")} error={errorOf(fields.latinName)} optional>
        <Input name={fields.latinName.name} defaultValue={fields.latinName.initialValue} lang="en" autoComplete="off" />
      </Field>
      <Field id={fields.homeRegion.id} label={common("term.homeRegion")} hint={t("join.you.regionHint")} error={errorOf(fields.homeRegion)} optional>
        <Select name={fields.homeRegion.name} defaultValue={String(fields.homeRegion.initialValue ?? "")}>
          {nothing}
          {regions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={fields.funding.id} label={t("join.you.funding")} hint={t("join.you.fundingHint")} error={errorOf(fields.funding)} optional>
        <Select name={fields.funding.name} defaultValue={String(fields.funding.initialValue ?? "")}>
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
