import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { fullName } from "~/features/members/rules";
import { ButtonLink } from "~/ui/button-link";
import { Field } from "~/ui/field";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Person } from "~/ui/person";
import { Select } from "~/ui/select";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { Appointee } from "../desk-queries.server";
import type { Appointment } from "../office-schema";
import { leaderRoles, yearsLater } from "../rules";
import { TermDateField } from "./term-date-field";

type Props = { slug: string; person: Appointee; answer: LastReply };

/** Which office, from which day to which; and what a new president means for the one who appoints them. */
export function AppointForm({ slug, person, answer }: Props) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const team = localePath(useLocale(), `/lead/${slug}/team`);
  const { today } = person;
  const defaultValues = { firstDay: today, lastDay: yearsLater(today, 1) };
  const { id, fields, errorOf, errors } = useServerForm<Appointment>(answer, { id: "appoint", defaultValues });
  const hasFieldErrors = errors.some((error) => error.id);
  return (
    <ValidatedForm
      untyped={["person", "office"]}
      id={id}
      title={hasFieldErrors ? undefined : t("desk.mandate.refused")}
      errors={errors}
      answer={answer}
    >
      <input type="hidden" name="person" value={person.id} />
      <div className="appointee">
        <Person name={fullName(person)} meta={person.university ?? person.latinName} />
        <ButtonLink to={`${team}/new`} tone="quiet">
          {t("office.another")}
        </ButtonLink>
      </div>
      <Field id={fields.office.id} label={t("desk.mandate.role")} error={errorOf(fields.office)}>
        <Select name={fields.office.name} defaultValue={fields.office.value}>
          <option value="">{t("office.choose")}</option>
          {leaderRoles.map((role) => (
            <option key={role} value={role}>
              {t(`label.role.${role}`)}
            </option>
          ))}
        </Select>
      </Field>
      <TermDateField
        label={t("office.firstDay")}
        hint={t("office.firstDayHint")}
        field={fields.firstDay}
        error={errorOf(fields.firstDay)}
        min={today}
        max={yearsLater(today, 1)}
      />
      <TermDateField
        label={t("office.lastDay")}
        hint={t("office.lastDayHint")}
        field={fields.lastDay}
        error={errorOf(fields.lastDay)}
        min={today}
        max={yearsLater(today, 3)}
      />
      <Notice tone="sun">{t("office.handover")}</Notice>
      <FormActions>
        <SubmitButton>{t("office.appoint")}</SubmitButton>
        <ButtonLink to={team}>{common("action.cancel")}</ButtonLink>
      </FormActions>
    </ValidatedForm>
  );
}
