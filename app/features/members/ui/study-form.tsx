import Lock from "lucide-react/icons/lock";

import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, type FormValues, useServerForm } from "~/core/use-server-form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { Places } from "../places.server";
import type { StudyInput } from "../schema";
import { StudyFields } from "./study-fields";

type Props = {
  places: Places;
  suggestions: string[];
  thisYear: number;
  defaultValues: FormValues;
  answer: LastReply;
};

/** The second step: where, what and until when somebody studies. */
export function StudyForm({ places, suggestions, thisYear, defaultValues, answer }: Props) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useServerForm<StudyInput>(answer, { id: "study", defaultValues });

  return (
    <ValidatedForm id={id} errors={errors} answer={answer}>
      <h2>{t("join.study.title")}</h2>
      <StudyFields fields={fields} errorOf={errorOf} places={places} suggestions={suggestions} thisYear={thisYear} />
      <Notice icon={Lock}>{t("join.study.privacy")}</Notice>
      <FormActions>
        <SubmitButton large>{common("action.continue")}</SubmitButton>
      </FormActions>
    </ValidatedForm>
  );
}
