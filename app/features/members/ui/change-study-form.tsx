import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, type FormValues, useServerForm } from "~/core/use-server-form";
import { FormActions } from "~/ui/form-actions";
import { SectionHead } from "~/ui/section-head";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { Places } from "../places.server";
import type { StudyInput } from "../schema";
import { StudyFields } from "./study-fields";

type Props = { places: Places; suggestions: string[]; thisYear: number; defaultValues: FormValues; answer: LastReply };

/** Changes the answer to "what do you study", starting from the current one. */
export function ChangeStudyForm({ places, suggestions, thisYear, defaultValues, answer }: Props) {
  const { t } = useTranslation("members");
  const { id, fields, errorOf, errors } = useServerForm<StudyInput>(answer, { id: "study", defaultValues });
  return (
    <section aria-labelledby="study-title">
      <SectionHead id="study-title" title={t("me.study")} text={t("profile.studyText")} />
      <ValidatedForm id={id} errors={errors} answer={answer}>
        <StudyFields fields={fields} errorOf={errorOf} places={places} suggestions={suggestions} thisYear={thisYear} />
        <FormActions>
          <SubmitButton large tone="secondary" name="intent" value="study">
            {t("profile.studySave")}
          </SubmitButton>
        </FormActions>
      </ValidatedForm>
    </section>
  );
}
