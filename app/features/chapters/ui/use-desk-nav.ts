import { useParams } from "@remix-run/react";
import CalendarDays from "lucide-react/icons/calendar-days";
import IdCard from "lucide-react/icons/id-card";
import Inbox from "lucide-react/icons/inbox";
import ListChecks from "lucide-react/icons/list-checks";
import Users from "lucide-react/icons/users";

import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { useViewer } from "~/core/use-viewer";
import type { Permission } from "~/core/who.server";
import type { NavItem } from "~/ui/nav-items";

/** The pages of the desk named in the URL, as far as the reader's mandate opens them; undefined without a mandate there. A phone's bar shows the first four. */
export function useDeskNav(): NavItem[] | undefined {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const { chapter } = useParams();
  const desk = useViewer()?.leads.find(({ slug }) => slug === chapter);
  if (!desk) return undefined;

  const pathOf = (page: string) => localePath(locale, `/lead/${desk.slug}${page}`);
  const may = (permission: Permission) => desk.permissions.includes(permission);
  const waiting = desk.waiting > 0 ? formatNumber(desk.waiting, locale) : undefined;
  return [
    { to: pathOf(""), label: t("desk.overview"), icon: ListChecks, isExact: true },
    ...(may("members:read") ? [{ to: pathOf("/members"), label: t("desk.members"), icon: Users }] : []),
    ...(may("members:decide") ? [{ to: pathOf("/requests"), label: t("desk.requests"), icon: Inbox, count: waiting }] : []),
    ...(may("events:edit") || may("attendees:read") ? [{ to: pathOf("/events"), label: t("desk.events"), icon: CalendarDays }] : []),
    { to: pathOf("/team"), label: t("desk.team"), icon: IdCard },
  ];
}
