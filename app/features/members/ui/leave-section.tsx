import { useTranslation } from "~/core/i18n/use-translation";
import type { FormAnswer } from "~/core/use-answered-form";
import { ButtonLink } from "~/ui/button-link";
import { SectionHead } from "~/ui/section-head";

import { ReturnForm } from "./return-form";

/** The way out of the association; for those who have gone, the way back. */
export function LeaveSection({ hasLeft, answer }: { hasLeft: boolean; answer: FormAnswer }) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  return (
    <section aria-labelledby="leave">
      <SectionHead id="leave" title={hasLeft ? common("action.comeBack") : t("myData.leave")} text={hasLeft ? undefined : t("myData.leaveText")} />
      {hasLeft ? (
        <ReturnForm answer={answer} />
      ) : (
        <ButtonLink to="?ask=leave" preventScrollReset>
          {t("myData.leave")}
        </ButtonLink>
      )}
    </section>
  );
}
