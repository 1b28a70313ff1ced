import { locales } from "~/core/i18n/config";
import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, type FormValues, useServerForm } from "~/core/use-server-form";
import { Field } from "~/ui/field";
import { FormActions } from "~/ui/form-actions";
import { languages } from "~/ui/languages";
import { SectionHead } from "~/ui/section-head";
import { Select } from "~/ui/select";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { Option } from "../places.server";
import type { ProfileInput } from "../schema";
import { PersonFields } from "./person-fields";

type Props = { regions: Option[]; defaultValues: FormValues; answer: LastReply };

/** Names, the language of letters, and the two private details. */
export function ProfileForm({ regions, defaultValues, answer }: Props) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useServerForm<ProfileInput>(answer, { id: "person", defaultValues });
  return (
    <section aria-labelledby="person-title">
      <SectionHead id="person-title" title={t("join.you.title")} text={t("profile.privacy")} />
      <ValidatedForm id={id} errors={errors} answer={answer}>
        <PersonFields fields={fields} errorOf={errorOf} regions={regions} />
        <Field id={fields.locale.id} label={t("profile.language")} hint={t("profile.languageHint")} error={errorOf(fields.locale)}>
          <Select name={fields.locale.name} defaultValue={fields.locale.value}>
            {locales.map((locale) => (
              <option key={locale} value={locale} lang={locale}>
                {languages[locale].name}
              </option>
            ))}
          </Select>
        </Field>
        <FormActions>
          <SubmitButton large name="intent" value="person">
            {common("action.save")}
          </SubmitButton>
        </FormActions>
      </ValidatedForm>
    </section>
  );
}
