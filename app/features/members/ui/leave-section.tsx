import { Link } from "@remix-run/react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import type { FormAnswer } from "~/core/use-answered-form";
import { ButtonLink } from "~/ui/button-link";
import { SectionHead } from "~/ui/section-head";

import { ReturnForm } from "./return-form";

/** The way out of the association; for those who have gone, the way back. And what cannot be done here. */
export function LeaveSection({ hasLeft, answer }: { hasLeft: boolean; answer?: FormAnswer | null }) {
  const { t } = useTranslation("members");
  const locale = useLocale();
  return (
    <>
      <section aria-labelledby="leave">
        <SectionHead id="leave" title={t("myData.leave")} text={hasLeft ? undefined : t("myData.leaveText")} />
        {hasLeft ? (
          <ReturnForm answer={answer} />
        ) : (
          <ButtonLink to="?ask=leave" preventScrollReset>
            {t("myData.leave")}
          </ButtonLink>
        )}
      </section>
      <section aria-labelledby="erase">
        <SectionHead id="erase" title={t("myData.erase")} text={t("myData.eraseText")} />
        <p>
          <Link to={localePath(locale, "/me#chapters")}>{t("myData.eraseLeaders")}</Link>
        </p>
      </section>
    </>
  );
}
