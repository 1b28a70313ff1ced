import CalendarDays from "lucide-react/icons/calendar-days";
import ChartLine from "lucide-react/icons/chart-line";
import Flag from "lucide-react/icons/flag";
import House from "lucide-react/icons/house";
import Settings from "lucide-react/icons/settings";
import Users from "lucide-react/icons/users";
import type { ReactNode } from "react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";

import { AccountMenu } from "../account-menu";
import type { NavItem } from "../nav-items";
import { SiteFooter } from "../site-footer";
import { SiteHeader } from "../site-header";
import { Frame } from "./frame";

/** A signed-in person's menu: what the header calls them, and the desks they hold. */
export type ViewerMenu = {
  name: string;
  desks: { kind: "lead" | "coordinate"; to: string; label: string }[];
};

type Props = {
  /** Null for a visitor: pages for visitors are stored and sent to many. */
  own: ViewerMenu | null;
  /** The pages of a desk, instead of the menu for all pages, which the account menu still holds. */
  places?: NavItem[];
  children: ReactNode;
};

const deskIcons = { lead: Flag, coordinate: ChartLine };

/** Header, page, footer; for signed-in people their places too, on phones in the bottom bar. */
export function SiteFrame({ own, places, children }: Props) {
  const { t } = useTranslation("common");
  const locale = useLocale();
  const path = (address: string) => localePath(locale, address);

  const chapters: NavItem = { to: path("/chapters"), label: t("nav.chapters"), icon: Users };
  const events: NavItem = { to: path("/events"), label: t("nav.events"), icon: CalendarDays };
  const map: NavItem = { to: path("/map"), label: t("nav.map") };
  const about: NavItem = { to: path("/about"), label: t("nav.about") };
  const write: NavItem = { to: path("/write"), label: t("action.contactUs") };
  const me: NavItem = { to: path("/me"), label: t("nav.me"), icon: House };
  const settings: NavItem = { to: path("/settings/account"), label: t("ui.settings"), icon: Settings };
  const signIn = { to: path("/sign-in"), label: t("nav.signIn") };
  const desks: NavItem[] = (own?.desks ?? []).map(({ kind, ...desk }) => ({ ...desk, icon: deskIcons[kind] }));

  const columns = [
    { title: t("footer.association"), links: [about, chapters, events, map, write] },
    { title: t("footer.members"), links: own ? [me] : [{ to: path("/join"), label: t("nav.join") }, signIn] },
  ];

  const account = own ? (
    <AccountMenu name={own.name} items={[me, ...desks, events, chapters, settings]} signOutTo={path("/sign-out")} />
  ) : undefined;
  return (
    <Frame
      header={
        <SiteHeader
          home={path("/")}
          items={places ?? (own ? [me, events, chapters, ...desks] : [chapters, events, map, about])}
          account={account}
          signIn={own ? undefined : signIn}
        />
      }
      footer={<SiteFooter columns={columns} creditsTo={path("/about#credits")} />}
      bar={places ?? (own ? [{ ...me, label: t("nav.meShort") }, ...desks, events, chapters] : undefined)}
    >
      {children}
    </Frame>
  );
}
