import { useLocation } from "@remix-run/react";
import Moon from "lucide-react/icons/moon";
import Sun from "lucide-react/icons/sun";

import { useTranslation } from "~/core/i18n/use-translation";

import { IconButton } from "./icon-button";

/** Light or dark, kept in a cookie. A plain form: the server answers with the same page in the other theme. */
export function ThemeSwitch() {
  const { t } = useTranslation("common");
  const { pathname, search } = useLocation();
  return (
    <form className="theme-switch" method="post" action="/api/theme">
      <input type="hidden" name="to" value={pathname + search} />
      <IconButton type="submit" name="theme" value="dark" className="to-dark" icon={Moon} label={t("ui.themeDark")} />
      <IconButton type="submit" name="theme" value="light" className="to-light" icon={Sun} label={t("ui.themeLight")} />
    </form>
  );
}
