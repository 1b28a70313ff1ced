import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";

import { LanguageLinks } from "./language-links";
import { languages } from "./languages";
import { Menu } from "./menu";

/** Three languages side by side on wide screens, a menu on phones. */
export function LanguageSwitch() {
  const { t } = useTranslation("common");
  const current = languages[useLocale()];
  return (
    <>
      <nav className="language-switch header-wide" aria-label={t("ui.chooseLanguage")}>
        <LanguageLinks short />
      </nav>
      <Menu
        className="header-slim"
        summary={
          <span>
            {current.short}
            <span className="visually-hidden">
              {current.rest}, {t("ui.changeLanguage")}
            </span>
          </span>
        }
      >
        <nav aria-label={t("ui.chooseLanguage")}>
          <LanguageLinks />
        </nav>
      </Menu>
    </>
  );
}
