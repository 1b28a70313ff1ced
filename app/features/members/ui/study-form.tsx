import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import Lock from "lucide-react/icons/lock";

import { useTranslation } from "~/core/i18n/use-translation";
import { useAnsweredForm } from "~/core/use-answered-form";
import { ErrorSummary } from "~/ui/error-summary";
import { FormActions } from "~/ui/form-actions";
import { FormFields } from "~/ui/form-fields";
import { Notice } from "~/ui/notice";
import { SubmitButton } from "~/ui/submit-button";

import type { Places } from "../queries.server";
import type { StudyStep } from "../schema";
import { StudyFields } from "./study-fields";

type Props = {
  places: Places;
  meant: string[];
  thisYear: number;
  defaultValue: Record<string, unknown>;
  lastResult?: SubmissionResult<string[]> | null;
};

/** The second step: where, what and until when somebody studies. */
export function StudyForm({ places, meant, thisYear, defaultValue, lastResult }: Props) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const { form, fields, errorOf, errors } = useAnsweredForm<StudyStep>(lastResult, { id: "study", defaultValue });

  return (
    <Form method="post" id={form.id} noValidate>
      <FormFields>
        <ErrorSummary errors={errors} answer={lastResult} />
        <h2>{t("join.study.title")}</h2>
        <StudyFields fields={fields} errorOf={errorOf} places={places} meant={meant} thisYear={thisYear} />
        <Notice icon={Lock}>{t("join.study.privacy")}</Notice>
        <FormActions>
          <SubmitButton large>{common("action.continue")}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  );
}
