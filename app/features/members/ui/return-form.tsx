import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { ReturnInput } from "../schema";
import { RequiredConsents } from "./required-consents";

/** The way back for those who have left: they renew the consents that they withdrew by leaving, then choose a chapter. */
export function ReturnForm({ answer }: { answer: LastReply }) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useServerForm<ReturnInput>(answer, { id: "return" });
  return (
    <ValidatedForm id={id} errors={errors} answer={answer}>
      <Notice>{t("myData.left")}</Notice>
      <RequiredConsents fields={fields} errorOf={errorOf} />
      <FormActions>
        <SubmitButton name="intent" value="return">
          {common("action.comeBack")}
        </SubmitButton>
      </FormActions>
    </ValidatedForm>
  );
}
