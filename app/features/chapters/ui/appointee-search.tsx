import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith, toQueryString } from "~/core/list-query";
import { rowRange } from "~/core/pagination";
import { localePath } from "~/core/paths";
import { fullName } from "~/features/members/rules";
import { Avatar } from "~/ui/avatar";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button-link";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { Pagination } from "~/ui/pagination";

import type { ListedMember } from "../desk-queries.server";
import { membersPerPage } from "../desk-rules";
import type { AppointeeParams } from "../office-schema";

type Props = { slug: string; query: AppointeeParams; found: { total: number; pages: number; rows: ListedMember[] } };

/** A search for the member to appoint, among those of the chapter; suspended ones cannot be chosen. */
export function AppointeeSearch({ slug, query, found: { total, pages, rows } }: Props) {
  const { t } = useTranslation("chapters");
  const { t: members } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const page = query.page ?? 1;
  return (
    <>
      <FilterBar label={common("ui.searchLabel")} search={{ label: t("desk.member.search"), value: query.q }} />
      {rows.length === 0 ? (
        <EmptyState
          title={t("desk.member.nobody")}
          text={t("office.nobodyText")}
          actions={
            <ButtonLink to={localePath(locale, `/lead/${slug}/team/new`)} tone="primary">
              {common("action.clearFilters")}
            </ButtonLink>
          }
        />
      ) : (
        <>
          <p role="status" className="soft found">
            {t("desk.member.found", { count: total })}
          </p>
          <ul role="list" className="appointees">
            {rows.map((member) => (
              <li key={member.id} className="appointee">
                <div className="person">
                  <Avatar name={fullName(member)} />
                  <div>
                    <h2 className="person-name">{fullName(member)}</h2>
                    <p className="person-meta">{[member.latinName, member.university].filter(Boolean).join(" · ")}</p>
                    {member.kind === "guest" ? <Badge tone="sky">{t("desk.member.isGuest")}</Badge> : null}
                  </div>
                </div>
                {member.status === "suspended" ? (
                  <Badge tone="warning">{members("label.status.suspended")}</Badge>
                ) : (
                  <ButtonLink to={toQueryString({ person: member.id })}>
                    {t("office.chooseMember")}
                    <span className="visually-hidden">: {fullName(member)}</span>
                  </ButtonLink>
                )}
              </li>
            ))}
          </ul>
          <Pagination
            summary={t("desk.shown", { ...rowRange(page, membersPerPage, rows.length), total: formatNumber(total, locale) })}
            page={page}
            pages={pages}
            addressOf={(page) => queryWith(query, { page })}
          />
        </>
      )}
    </>
  );
}
