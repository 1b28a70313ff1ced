import { formatDate, formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith, columnSort } from "~/core/list-query";
import { rowRange } from "~/core/pagination";
import { fullName } from "~/features/members/rules";
import { Badge } from "~/ui/badge";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";

import type { ListedMember } from "../desk-queries.server";
import { membersPerPage } from "../desk-rules";
import type { MemberListParams } from "../desk-schema";

type Props = { query: MemberListParams; found: { zone: string; total: number; pages: number; rows: ListedMember[] } };

/** The members of a chapter: a table, on phones a card for each. */
export function MemberTable({ query, found }: Props) {
  const { t } = useTranslation("chapters");
  const { t: members } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { zone, total, pages, rows } = found;
  const page = query.page ?? 1;
  return (
    <>
      <p role="status" className="soft found">
        {t("desk.member.found", { count: total })}
      </p>
      <Table
        caption={t("desk.members")}
        className="people member-table"
        onPhones="cards"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            label: common("ui.name"),
            isRowHeader: true,
            ...columnSort(query, "name", "name"),
            cell: (member) => (
              <>
                {fullName(member)}
                {member.latinName ? (
                  <span className="latin" lang="en">
                    {member.latinName}
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: "university",
            label: common("term.university"),
            ...columnSort(query, "university", "name"),
            className: "written",
            cell: ({ university }) => university ?? "–",
          },
          { key: "degree", label: common("term.degree"), cell: ({ degree }) => (degree ? members(`label.degree.${degree}`) : "–") },
          {
            key: "membership",
            label: t("desk.member.membership"),
            cell: ({ kind, status }) => (
              <>
                {kind === "guest" ? <Badge tone="sky">{t("desk.member.isGuest")}</Badge> : <span className="wide-only">{t("desk.member.isHome")}</span>}{" "}
                {status && status !== "student" ? <Badge tone={status === "suspended" ? "warning" : "plain"}>{members(`label.status.${status}`)}</Badge> : null}
              </>
            ),
            className: "membership",
          },
          {
            key: "since",
            label: t("desk.member.since"),
            className: "num",
            ...columnSort(query, "since", "name"),
            cardLabel: t("desk.member.since"),
            cell: ({ since }) => formatDate(since, locale, "numeric", zone),
          },
        ]}
      >
        <Pagination
          summary={t("desk.shown", { ...rowRange(page, membersPerPage, rows.length), total: formatNumber(total, locale) })}
          page={page}
          pages={pages}
          addressOf={(page) => queryWith(query, { page })}
        />
      </Table>
    </>
  );
}
