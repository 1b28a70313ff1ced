import { formatDate, formatNumber, formatTime } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith, columnSort } from "~/core/list-query";
import { rowRange } from "~/core/pagination";
import { fullName } from "~/features/members/rules";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button-link";
import { Pagination } from "~/ui/pagination";
import { Table, type Column } from "~/ui/table";

import type { Attendee, Attendees, DeskEvent } from "../queries.server";
import { attendeesPerPage } from "../rules";
import type { AttendeeListParams } from "../schema";

type Props = { event: DeskEvent; query: AttendeeListParams; list: Attendees; mayRemove: boolean };

/** The attendees of an event, fifty a page; on phones each row is a card. */
export function AttendeeTable({ event, query, list, mayRemove }: Props) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const columns = useColumns(event, query, mayRemove);
  const page = query.page ?? 1;
  const summary = t("attendees.shown", { ...rowRange(page, attendeesPerPage, list.rows.length), total: formatNumber(list.total, locale) });
  return (
    <Table caption={t("attendees.title")} columns={columns} rows={list.rows} rowKey={({ memberId }) => memberId} onPhones="cards" className="people attendee-table">
      <Pagination
        summary={summary}
        page={page}
        pages={list.pages}
        addressOf={(page) => queryWith(query, { page })}
      />
    </Table>
  );
}

function useColumns(event: DeskEvent, query: AttendeeListParams, mayRemove: boolean): Column<Attendee>[] {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const columns: Column<Attendee>[] = [
    { key: "name", label: common("ui.name"), isRowHeader: true, cell: (person) => <Name person={person} />, ...columnSort(query, "name") },
    { key: "university", label: common("term.university"), className: "written", cell: ({ university }) => university, ...columnSort(query, "university") },
    { key: "state", label: t("attendees.state"), className: "state", cell: (person) => <State person={person} /> },
    {
      key: "since",
      label: t("attendees.since"),
      isNumber: true,
      className: "since",
      cell: ({ since }) => `${formatDate(since, locale, "dayMonthShort", event.zone)}, ${formatTime(since, event.zone)}`,
      ...columnSort(query, "since"),
    },
  ];
  if (!mayRemove) return columns;
  return [
    ...columns,
    {
      key: "act",
      label: t("attendees.action"),
      isLabelHidden: true,
      className: "act",
      cell: ({ memberId, surname, givenName }) => (
        <ButtonLink
          to={queryWith({ ...query, remove: memberId }, { page: query.page })}
          tone="quiet"
          preventScrollReset
        >
          {common("action.remove")} <span className="visually-hidden">{fullName({ surname, givenName })}</span>
        </ButtonLink>
      ),
    },
  ];
}

function Name({ person }: { person: Attendee }) {
  const { t } = useTranslation("events");
  if (person.surname === null) return <span className="soft">{t("attendees.erased")}</span>;
  return (
    <>
      {fullName(person)}
      {person.latinName ? (
        <span className="latin" lang="en">
          {person.latinName}
        </span>
      ) : null}
    </>
  );
}

/** Only those who are not simply coming get a badge: they are the ones that a list of fifty is scanned for. */
function State({ person }: { person: Attendee }) {
  const { t } = useTranslation("events");
  if (person.state === "waiting") return <Badge tone="sun">{t("attendees.position", { position: String(person.placeInLine ?? "") })}</Badge>;
  if (person.promotedAt) return <Badge tone="success">{t("attendees.promoted")}</Badge>;
  return <span className="wide-only soft">{t("label.registration.registered")}</span>;
}
