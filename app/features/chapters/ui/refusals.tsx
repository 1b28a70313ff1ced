import { say } from "~/core/i18n/key";
import { useTranslation } from "~/core/i18n/use-translation";
import type { FormAnswer } from "~/core/use-answered-form";
import { ErrorSummary } from "~/ui/error-summary";

/** What was said to the form that was sent; nothing when none was. */
export type Answer = FormAnswer | null | undefined;

/** Why it was not done, on top of the form with this id: a refusal, or what is wrong with the message and the way to it. */
export function Refusals({ answer, form }: { answer: Answer; form?: string }) {
  const { t } = useTranslation("chapters");
  const { t: anyWord } = useTranslation();
  const refused = (answer?.error?.[""] ?? []).map((value) => ({ message: say(anyWord, value) }));
  const wrong = (answer?.error?.message ?? []).map((value) => ({ id: `${form}-message`, message: say(anyWord, value) }));
  return <ErrorSummary title={refused.length > 0 ? t("box.refused") : undefined} errors={[...refused, ...wrong]} answer={answer} />;
}
