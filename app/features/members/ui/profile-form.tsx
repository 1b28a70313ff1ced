import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";

import { locales } from "~/core/i18n/config";
import { useTranslation } from "~/core/i18n/use-translation";
import { useAnsweredForm } from "~/core/use-answered-form";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { FormActions } from "~/ui/form-actions";
import { FormFields } from "~/ui/form-fields";
import { languages } from "~/ui/languages";
import { SectionHead } from "~/ui/section-head";
import { Select } from "~/ui/select";
import { SubmitButton } from "~/ui/submit-button";

import type { Option } from "../queries.server";
import type { ProfileForm as Fields } from "../schema";
import { PersonFields } from "./person-fields";

type Props = { regions: Option[]; defaultValue: Record<string, string>; answer?: SubmissionResult<string[]> };

/** Names, the language of letters, and the two private details. */
export function ProfileForm({ regions, defaultValue, answer }: Props) {
  const { t } = useTranslation(["members", "common"]);
  const { form, fields, errorOf, errors } = useAnsweredForm<Fields>(answer, { id: "person", defaultValue });
  return (
    <section aria-labelledby="person-title">
      <SectionHead id="person-title" title={t("join.you.title")} text={t("profile.privacy")} />
      <Form method="post" id={form.id} noValidate>
        <FormFields>
          <ErrorSummary errors={errors} answer={answer} />
          <PersonFields fields={fields} errorOf={errorOf} regions={regions} />
          <Field id={fields.locale.id} label={t("profile.language")} hint={t("profile.languageHint")} error={errorOf(fields.locale)}>
            <Select name={fields.locale.name} defaultValue={String(fields.locale.initialValue ?? "")}>
              {locales.map((locale) => (
                <option key={locale} value={locale} lang={locale}>
                  {languages[locale].name}
                </option>
              ))}
            </Select>
          </Field>
          <FormActions>
            <SubmitButton large name="intent" value="person">
              {t("common:action.save")}
            </SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </section>
  );
}
