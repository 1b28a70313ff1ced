import { useLocation } from "@remix-run/react";

import { useTranslation } from "~/core/i18n/use-translation";
import { Notice } from "~/ui/notice";

/** Somebody saved the event while this form was being written: nothing is lost, and saving again is a decision. */
export function ChangedMeanwhile() {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const { pathname } = useLocation();
  return (
    <Notice tone="sun">
      <p>{t("desk.conflictText")}</p>
      <p>
        <a href={pathname} target="_blank" rel="noreferrer">
          {t("desk.openNewer")} <span className="visually-hidden">({common("ui.opensNewTab")})</span>
        </a>
      </p>
    </Notice>
  );
}
