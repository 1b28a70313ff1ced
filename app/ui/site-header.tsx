import { Link } from "@remix-run/react";
import MenuIcon from "lucide-react/icons/menu";
import type { ReactNode } from "react";

import { useTranslation } from "~/core/i18n/use-translation";

import { Icon } from "./icon";
import { LanguageSwitch } from "./language-switch";
import { Logo } from "./logo";
import { Menu } from "./menu";
import { NavItems, type NavItem } from "./nav-items";
import { ThemeSwitch } from "./theme-switch";

type Props = {
  /** The home page in the page's language. */
  home: string;
  items: NavItem[];
  /** What a reader with an account sees at the right: an `AccountMenu` that holds the links too. */
  account?: ReactNode;
  /** What a reader without one sees: «Кіру». */
  signIn?: { to: string; label: string };
};

/** One line on wide screens; on phones the links are in a menu, the account's where there is one. Menus of more than four links need 1200 px for the line. */
export function SiteHeader({ home, items, account, signIn }: Props) {
  const { t } = useTranslation("common");
  return (
    <header className={items.length > 4 ? "site-header is-long" : "site-header"}>
      <div className="wrap">
        <Link className="logo" to={home} aria-label={t("ui.homeLink")}>
          <Logo />
        </Link>
        <nav className="site-nav header-wide" aria-label={t("ui.mainMenu")}>
          <NavItems items={items} as="list" />
        </nav>
        <div className="header-tools">
          <LanguageSwitch />
          <ThemeSwitch />
          {signIn ? (
            <Link className="button header-wide" to={signIn.to}>
              {signIn.label}
            </Link>
          ) : null}
          {account ?? (
            <Menu className="header-slim" label={t("ui.menu")} summary={<Icon icon={MenuIcon} />}>
              <nav aria-label={t("ui.mainMenu")}>
                <NavItems items={signIn ? [...items, signIn] : items} as="panel" />
              </nav>
            </Menu>
          )}
        </div>
      </div>
    </header>
  );
}
