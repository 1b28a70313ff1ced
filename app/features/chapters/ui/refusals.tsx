import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, useServerForm, useRefusals, type RefusalLink } from "~/core/use-server-form";
import { ErrorSummary } from "~/ui/error-summary";

import type { MembershipInput } from "../schema";

type Props = { answer: LastReply; form: string; ways: Partial<Record<string, RefusalLink>> };

/** Why the form with the id `form` failed, shown above it: a refusal with its link onwards, or what is wrong with the message, with a link to that field. */
export function Refusals({ answer, form, ways }: Props) {
  const { t } = useTranslation("chapters");
  const refused = useRefusals(answer, ways);
  const { fields, errorOf } = useServerForm<MembershipInput>(answer, { id: form });
  const wrong = errorOf(fields.message);
  return (
    <ErrorSummary
      title={refused.length > 0 ? t("box.refused") : undefined}
      errors={wrong ? [...refused, { id: fields.message.id, message: wrong }] : refused}
      answer={answer}
    />
  );
}
