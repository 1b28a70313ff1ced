import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import type { LastReply } from "~/core/use-server-form";
import { ButtonLink } from "~/ui/button-link";
import { Notice } from "~/ui/notice";
import { SectionHead } from "~/ui/section-head";

import { ReturnForm } from "./return-form";

type Props = {
  hasLeft: boolean;
  /** Whether somebody who left has renewed the required consents: they choose a chapter next. */
  hasAgreedAnew: boolean;
  answer: LastReply;
};

/** The way out of the association or, for those who have left, the way back. */
export function LeaveSection({ hasLeft, hasAgreedAnew, answer }: Props) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  return (
    <section aria-labelledby="leave">
      <SectionHead id="leave" title={hasLeft ? common("action.comeBack") : t("myData.leave")} text={hasLeft ? undefined : t("myData.leaveText")} />
      {hasAgreedAnew ? (
        <>
          <Notice>{t("myData.left")}</Notice>
          <ButtonLink to={localePath(locale, "/join/chapter")} tone="primary">
            {t("me.task.chapterAction")}
          </ButtonLink>
        </>
      ) : null}
      {hasLeft && !hasAgreedAnew ? <ReturnForm answer={answer} /> : null}
      {hasLeft ? null : (
        <ButtonLink to="?ask=leave" preventScrollReset>
          {t("myData.leave")}
        </ButtonLink>
      )}
    </section>
  );
}
