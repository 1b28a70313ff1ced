import { useTranslation } from "~/core/i18n/use-translation";
import { type LastReply, useServerForm, useRefusals, type RefusalLink } from "~/core/use-server-form";
import { ErrorSummary } from "~/ui/error-summary";

import type { MembershipInput } from "../schema";

type Props = { answer: LastReply; form: string; links: Partial<Record<string, RefusalLink>> };

/** Why the form with the id `form` failed, shown above it: a refusal with its link onwards, or what is wrong with the message, with a link to that field. */
export function Refusals({ answer, form, links }: Props) {
  const { t } = useTranslation("chapters");
  const refusals = useRefusals(answer, links);
  const { fields, errorOf } = useServerForm<MembershipInput>(answer, { id: form });
  const messageError = errorOf(fields.message);
  return (
    <ErrorSummary
      title={refusals.length > 0 ? t("box.refused") : undefined}
      errors={messageError ? [...refusals, { id: fields.message.id, message: messageError }] : refusals}
      answer={answer}
    />
  );
}
