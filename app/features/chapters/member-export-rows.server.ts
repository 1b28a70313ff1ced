import type { Locale } from "~/core/i18n/config";
import { dayOf } from "~/core/i18n/format";
import { getFixedT } from "~/core/i18n/i18n.server";

import type { ListedMember } from "./desk-queries.server";

/** The list of members as rows of a spreadsheet, the header first; days as YYYY-MM-DD. */
export function memberExportRows(rows: ListedMember[], zone: string, locale: Locale): (string | number | null)[][] {
  const common = getFixedT(locale, "common");
  const t = getFixedT(locale, "chapters");
  const members = getFixedT(locale, "members");
  const head = [
    common("ui.surname"),
    common("ui.givenName"),
    t("desk.member.patronymic"),
    t("desk.member.latinName"),
    t("desk.member.number"),
    t("desk.member.membership"),
    t("desk.member.since"),
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
    member.kind === "home" ? t("desk.member.isHome") : t("desk.member.isGuest"),
    dayOf(member.since, zone),
    member.status && members(`label.status.${member.status}`),
    member.university,
    member.degree && members(`label.degree.${member.degree}`),
  ];
  return [head, ...rows.map(cells)];
}
