import { locales, type Locale } from "~/core/i18n/config";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import type { FormField } from "~/core/use-server-form";
import { Disclosure } from "~/ui/disclosure";
import { Field } from "~/ui/field";
import { Fieldset } from "~/ui/fieldset";
import { Input } from "~/ui/input";
import { Textarea } from "~/ui/textarea";
import { useOverridableValue } from "~/ui/use-overridable-value";

import type { EventFieldsProps } from "./event-fields-props";

/** Title, summary and description, folded up by language under heads that say what is written. The reader's is open, unless only others are written. */
export function TextFields({ fields, errorOf }: EventFieldsProps) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const isWritten = (code: Locale) => fields.title.part(code).value !== "";
  const isEmpty = !locales.some(isWritten);
  return (
    <Fieldset id={fields.title.id} legend={t("form.texts")} hint={t("form.textsHint")} error={errorOf(fields.title)}>
      <div>
        {locales.map((code) => (
          <OneLanguage
            key={code}
            code={code}
            title={fields.title.part(code)}
            summary={fields.summary.part(code)}
            description={fields.description.part(code)}
            errorOf={errorOf}
            isOpen={code === locale ? isEmpty || isWritten(code) : isWritten(code) && !isWritten(locale)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

type Props = Pick<EventFieldsProps, "errorOf"> & {
  code: Locale;
  title: FormField;
  summary: FormField;
  description: FormField;
  isOpen: boolean;
};

function OneLanguage({ code, title, summary, description, errorOf, isOpen }: Props) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const typedTitle = useOverridableValue<HTMLInputElement>(title.value);
  const text = t(`form.in.${code}`);
  const hasErrors = [title, summary, description].some(({ errors }) => errors?.length);
  return (
    <Disclosure summary={typedTitle.value.trim() ? t("form.written", { text }) : t("form.notWritten", { text })} isOpen={isOpen || hasErrors}>
      <div className="form text-fields">
        <Field id={title.id} label={common("ui.title")} error={errorOf(title)}>
          <Input name={title.name} {...typedTitle.attributes} lang={code} maxLength={160} />
        </Field>
        <Field id={summary.id} label={t("form.summary")} hint={t("form.summaryHint")} error={errorOf(summary)} optional>
          <Textarea name={summary.name} defaultValue={summary.value} lang={code} rows={2} className="short" />
        </Field>
        <Field id={description.id} label={common("ui.description")} hint={t("form.descriptionHint")} error={errorOf(description)} optional>
          <Textarea name={description.name} defaultValue={description.value} lang={code} rows={6} />
        </Field>
      </div>
    </Disclosure>
  );
}
