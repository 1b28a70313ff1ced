import { Link } from "@remix-run/react";
import Database from "lucide-react/icons/database";
import Settings from "lucide-react/icons/settings";
import UserRound from "lucide-react/icons/user-round";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Icon } from "~/ui/icon";

/** Links from the member's own page to the settings. */
export function SettingsLinks() {
  const { t } = useTranslation("common");
  const locale = useLocale();
  const links = [
    { page: "profile", icon: UserRound, label: t("ui.profile") },
    { page: "privacy", icon: Database, label: t("term.myData") },
    { page: "account", icon: Settings, label: t("ui.account") },
  ];
  return (
    <nav aria-label={t("ui.settings")} className="settings-links">
      {links.map(({ page, icon, label }) => (
        <Link key={page} to={localePath(locale, `/settings/${page}`)}>
          <Icon icon={icon} /> {label}
        </Link>
      ))}
    </nav>
  );
}
