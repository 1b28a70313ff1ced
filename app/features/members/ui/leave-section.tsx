import { Link } from "@remix-run/react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { Notice } from "~/ui/notice";
import { SectionHead } from "~/ui/section-head";

/** The way out of the association; for those who have gone, the way back. And what cannot be done here. */
export function LeaveSection({ hasLeft }: { hasLeft: boolean }) {
  const { t } = useTranslation("members");
  const locale = useLocale();
  return (
    <>
      <section aria-labelledby="leave">
        <SectionHead id="leave" title={t("myData.leave")} text={hasLeft ? undefined : t("myData.leaveText")} />
        {hasLeft ? (
          <div className="stack">
            <Notice>{t("myData.left")}</Notice>
            <p>
              <ButtonLink to={localePath(locale, "/join/chapter")}>{t("myData.comeBack")}</ButtonLink>
            </p>
          </div>
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
