import LogOut from "lucide-react/icons/log-out";

import { useTranslation } from "~/core/i18n/use-translation";

import { Avatar } from "./avatar";
import { Icon } from "./icon";
import { Menu } from "./menu";
import { NavItems, type NavItem } from "./nav-items";

type Props = {
  /** The person's name, or the word for an account while there is none. */
  name: string;
  items: NavItem[];
  /** The action that ends the session: a POST. */
  signOutTo: string;
};

/** The reader's initials, which open a menu with their own pages and the sign-out button. */
export function AccountMenu({ name, items, signOutTo }: Props) {
  const { t } = useTranslation("common");
  return (
    <Menu
      className="account-menu"
      summary={
        <>
          <Avatar name={name} />
          <span className="visually-hidden">
            {name}, {t("ui.accountMenu")}
          </span>
        </>
      }
    >
      <nav aria-label={t("ui.accountMenu")}>
        <NavItems items={items} as="panel" />
      </nav>
      <form method="post" action={signOutTo}>
        <button className="menu-button" type="submit">
          <Icon icon={LogOut} /> {t("nav.signOut")}
        </button>
      </form>
    </Menu>
  );
}
