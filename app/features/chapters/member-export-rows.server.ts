import type { Locale } from "~/core/i18n/config";
import { dayOf } from "~/core/i18n/format";
import { getFixedT } from "~/core/i18n/i18n.server";

import type { ListedMember } from "./desk-queries.server";

/** The list of members as rows of a spreadsheet, the header first; days as YYYY-MM-DD. */
export function memberExportRows(rows: ListedMember[], zone: string, locale: Locale): (string | number | null)[][] {
  const common = getFixedT(locale, "common");
  const own = getFixedT(locale, "chapters");
  const labels = getFixedT(locale, "members");
  const heads = [
    common("ui.surname"),
    common("ui.givenName"),
    own("desk.member.patronymic"),
    own("desk.member.latinName"),
    own("desk.member.number"),
    own("desk.member.membership"),
    own("desk.member.since"),
    common("ui.status"),
    common("term.university"),
    common("term.degree"),
  ];
  const cells = (member: ListedMember) => [
    member.surname,
    member.givenName,
    member.patronymic,
    member.latinName,
    member.number,
    member.kind === "home" ? own("desk.member.isHome") : own("desk.member.isGuest"),
    dayOf(member.since, zone),
    member.status && labels(`label.status.${member.status}`),
    member.university,
    member.degree && labels(`label.degree.${member.degree}`),
  ];
  return [heads, ...rows.map(cells)];
}
