import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";

import { MoreLink } from "./more-link";

/** For a suspended member, in place of what they may not do: whom to ask why. */
export function SuspendedNote() {
  const { t } = useTranslation("common");
  const locale = useLocale();
  return (
    <>
      <p className="small">{t("refusal.suspended")}</p>
      <MoreLink to={localePath(locale, "/write")}>{t("action.contactUs")}</MoreLink>
    </>
  );
}
