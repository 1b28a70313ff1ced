import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith } from "~/core/list-query";
import { rowRange } from "~/core/pagination";
import { localePath } from "~/core/paths";
import { type LastReply, useRefusals } from "~/core/use-server-form";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Pagination } from "~/ui/pagination";
import { Tabs } from "~/ui/tabs";

import type { JoinRequest } from "../desk-queries.server";
import { requestsPerPage } from "../desk-rules";
import type { JoinRequestListParams } from "../desk-schema";
import { DecidedRequest } from "./decided-request";
import { DecisionButtons } from "./decision-buttons";
import { DecisionNotice } from "./decision-notice";
import { DeclineForm } from "./decline-form";
import { RequestItem } from "./request-item";

type Props = {
  slug: string;
  query: JoinRequestListParams;
  found: { zone: string; waiting: number; answered: number; pages: number; rows: JoinRequest[] };
  answer: LastReply;
  notice: string | null;
};

/** The requests to a chapter: the pending ones, with buttons to answer each, and those already answered. */
export function RequestList({ slug, query, found, answer, notice }: Props) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const { view, decline, page = 1 } = query;
  const { zone, rows } = found;
  const here = localePath(locale, `/lead/${slug}/requests`);
  const pathWith = (changed: Partial<JoinRequestListParams>) => here + queryWith({ view, page: undefined }, changed).replace(/^\?$/, "");
  const isAnswered = view === "answered";
  const refusals = useRefusals(answer);
  // The form was opened from a stale page: somebody else has answered the request meanwhile.
  const isGone = decline !== undefined && refusals.length === 0 && !rows.some(({ id }) => id === decline);
  return (
    <div className="requests-page">
      <ErrorSummary title={t("desk.request.refused")} errors={refusals} answer={answer} />
      <DecisionNotice notice={notice} />
      {isGone ? <Notice role="status">{t("refusal.already-decided")}</Notice> : null}
      <Tabs
        label={t("desk.request.title")}
        tabs={[
          { to: here, label: t("desk.request.waitingTab", { total: formatNumber(found.waiting, locale) }), isCurrent: !isAnswered },
          { to: `${here}?view=answered`, label: t("desk.request.answeredTab", { total: formatNumber(found.answered, locale) }), isCurrent: isAnswered },
        ]}
      />
      {isAnswered && rows.length > 0 ? <p className="soft">{t("desk.request.answeredLead")}</p> : null}
      {rows.length === 0 ? (
        <EmptyState
          title={isAnswered ? t("desk.request.answeredEmpty") : t("empty.requests")}
          text={isAnswered ? t("desk.request.answeredText") : t("desk.request.waitingText")}
        />
      ) : (
        <ul role="list" className="requests">
          {rows.map((request) =>
            isAnswered ? (
              <DecidedRequest key={request.id} request={request} zone={zone} />
            ) : (
              <RequestItem
                key={request.id}
                request={request}
                zone={zone}
                level={2}
                actions={
                  request.id === decline ? null : (
                    <DecisionButtons request={request} action={here} declineTo={pathWith({ decline: request.id, page: query.page })} />
                  )
                }
              >
                {request.id === decline ? <DeclineForm request={request.id} answer={answer} closeTo={pathWith({ page: query.page })} /> : null}
              </RequestItem>
            ),
          )}
        </ul>
      )}
      <Pagination
        summary={t("desk.shown", { ...rowRange(page, requestsPerPage, rows.length), total: formatNumber(isAnswered ? found.answered : found.waiting, locale) })}
        page={page}
        pages={found.pages}
        addressOf={(page) => pathWith({ page })}
      />
    </div>
  );
}
