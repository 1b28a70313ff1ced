import Download from "lucide-react/icons/download";

import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith } from "~/core/list-query";
import { localePath } from "~/core/paths";
import type { LastReply } from "~/core/use-server-form";
import { fullName } from "~/features/members/rules";
import { Button } from "~/ui/button";
import { ButtonLink } from "~/ui/button-link";
import { EmptyState } from "~/ui/empty-state";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { SeatsBar } from "~/ui/seats-bar";

import type { Attendees, DeskEvent } from "../queries.server";
import type { AttendeeListParams } from "../schema";
import { AttendeeFilters } from "./attendee-filters";
import { AttendeeTable } from "./attendee-table";
import { ReasonDialog } from "./reason-dialog";

type Props = {
  event: DeskEvent;
  query: AttendeeListParams;
  list: Attendees;
  mayEdit: boolean;
  now: number;
  /** The member who is about to be taken off the list. */
  removing: string | undefined;
  isRemoved: boolean;
  answer: LastReply;
};

/** Who comes and who waits: how many of the places are taken, search, the table, and the list as a file. */
export function AttendeeList({ event, query, list, mayEdit, now, removing, isRemoved, answer }: Props) {
  const { t } = useTranslation("events");
  const mayRemove = mayEdit && event.state === "published" && now < event.startsAt;
  const person = mayRemove ? list.rows.find(({ memberId }) => memberId === removing) : undefined;
  const here = queryWith(query, { page: query.page });
  return (
    <section className="attendees" aria-labelledby="attendees">
      <h2 id="attendees">{t("attendees.title")}</h2>
      {isRemoved ? (
        <Notice tone="success" role="status">
          {t("attendees.removed")}
        </Notice>
      ) : null}
      <Count event={event} list={list} />
      {list.registered + list.waiting === 0 ? (
        <Nobody event={event} now={now} />
      ) : (
        <>
          <AttendeeFilters query={query} list={list} />
          {list.rows.length === 0 ? <NobodyFound /> : <AttendeeTable event={event} query={query} list={list} mayRemove={mayRemove} />}
          {/* A plain form, not Remix's, so that the browser saves the response; POST, since the export is recorded in the journal. */}
          <form method="post" action="attendees.csv" className="download">
            <Button type="submit">
              <Icon icon={Download} /> {t("attendees.download")}
            </Button>
          </form>
        </>
      )}
      {person ? (
        <ReasonDialog
          title={t("attendees.removeNamed", { name: fullName({ surname: person.surname, givenName: person.givenName }) })}
          text={t("attendees.removeText")}
          reasonHint={t("attendees.removeReasonHint")}
          action={t("attendees.remove")}
          intent="remove"
          person={person.memberId}
          to={queryWith({ ...query, remove: person.memberId }, { page: query.page })}
          closeTo={here}
          answer={answer}
        />
      ) : null}
    </section>
  );
}

function Count({ event, list }: { event: DeskEvent; list: Attendees }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const number = formatNumber(list.registered, locale);
  return (
    <div className="count-line">
      <p>
        <span className="soft">{t("attendees.count")}:</span> <span className="big">{number}</span>
        <span className="soft">
          {event.capacity === null ? "" : ` / ${formatNumber(event.capacity, locale)}`}
          {list.waiting > 0 ? `, ${t("attendees.waitingToo", { number: formatNumber(list.waiting, locale) })}` : ""}
        </span>
      </p>
      {event.capacity === null ? null : <SeatsBar share={list.registered / event.capacity} />}
    </div>
  );
}

function Nobody({ event, now }: { event: DeskEvent; now: number }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const isAhead = event.state === "published" && now < event.startsAt;
  const text = event.state === "draft" ? t("attendees.draft") : isAhead ? t("empty.registrations") : t("attendees.nobodyCame");
  return (
    <EmptyState
      title={t("attendees.nobody")}
      text={text}
      level={3}
      actions={isAhead ? <ButtonLink to={localePath(locale, `/events/${event.slug}`)}>{t("desk.publicPage")}</ButtonLink> : null}
    />
  );
}

function NobodyFound() {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  return (
    <EmptyState
      title={t("attendees.nobodyFound")}
      text={common("empty.search")}
      level={3}
      actions={<ButtonLink to="?">{common("action.clearFilters")}</ButtonLink>}
    />
  );
}
