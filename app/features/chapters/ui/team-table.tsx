import { formatDate } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button-link";
import { Notice } from "~/ui/notice";
import { Table } from "~/ui/table";

import type { Mandate } from "../desk-queries.server";
import { mandateEndKind } from "../desk-rules";
import { lastDayOf } from "../rules";

type Props = {
  team: { zone: string; rows: Mandate[] };
  /** When the loader ran, ms. */
  now: number;
  /** Whether the reader may end the offices of others. */
  mayAppoint: boolean;
};

/** Who holds which office, for which term, and under which name strangers see them. */
export function TeamTable({ team: { zone, rows }, now, mayAppoint }: Props) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const hasPresident = rows.some(({ role, from }) => role === "president" && from <= now);
  const date = (moment: number) => formatDate(moment, locale, "numeric", zone);
  return (
    <div className="team">
      {hasPresident ? null : <Notice>{t("desk.step.vacancy")}</Notice>}
      <Table
        caption={t("desk.team")}
        onPhones="cards"
        className="people"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            label: common("ui.name"),
            isRowHeader: true,
            cell: ({ name, isMine }) => (
              <span className="badges">
                {name ?? <span className="soft">{t("desk.mandate.noName")}</span>}
                {isMine ? <Badge tone="sky">{t("desk.mandate.you")}</Badge> : null}
              </span>
            ),
          },
          { key: "role", label: t("desk.mandate.role"), cell: ({ role }) => t(`label.role.${role}`) },
          {
            key: "term",
            label: t("desk.mandate.term"),
            className: "num",
            cell: ({ from, to }) => (
              <span className="badges">
                {common("ui.range", { from: date(from), to: date(lastDayOf(to)) })}
                {from > now ? <Badge>{t("desk.mandate.coming")}</Badge> : null}
              </span>
            ),
          },
          {
            key: "shown",
            className: "written",
            label: t("desk.mandate.shownAs"),
            cardLabel: t("desk.mandate.shownAs"),
            cell: ({ shownAs }) => shownAs ?? <span className="soft">{t("desk.mandate.notShown")}</span>,
          },
          {
            key: "end",
            label: t("office.end.column"),
            isLabelHidden: true,
            className: "acts",
            cell: (mandate) =>
              mandate.isMine || mayAppoint ? (
                <ButtonLink to={`?end=${mandate.id}`} preventScrollReset>
                  {t(`office.end.${mandateEndKind(mandate, now)}.action`)}
                  <span className="visually-hidden">: {[t(`label.role.${mandate.role}`), mandate.isMine ? null : mandate.name].filter(Boolean).join(", ")}</span>
                </ButtonLink>
              ) : null,
          },
        ]}
      />
    </div>
  );
}
