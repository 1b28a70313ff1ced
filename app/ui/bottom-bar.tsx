import { useTranslation } from "~/core/i18n/use-translation";

import { NavItems, type NavItem } from "./nav-items";

/** Four places for signed-in people on phones. */
export function BottomBar({ items }: { items: NavItem[] }) {
  const { t } = useTranslation("common");
  return (
    <nav className="bottom-bar" aria-label={t("ui.bottomMenu")}>
      <NavItems items={items.slice(0, 4)} as="bar" />
    </nav>
  );
}
