import { formatDate } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Badge } from "~/ui/badge";

import type { JoinRequest } from "../desk-queries.server";
import { RequestItem } from "./request-item";

/** An answered request: by whom, when, and the reason for a decline. */
export function DecidedRequest({ request, zone }: { request: JoinRequest; zone: string }) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const date = request.decidedAt === null ? "" : formatDate(request.decidedAt, locale, "dayMonth", zone);
  const isApproved = request.state === "approved";
  return (
    <RequestItem
      request={request}
      zone={zone}
      level={2}
      actions={<Badge tone={isApproved ? "success" : "warning"}>{t(`label.requestState.${request.state}`)}</Badge>}
    >
      <p className="request-answer">
        {request.decidedBy ? t("desk.request.answeredBy", { name: request.decidedBy, date }) : t("desk.request.answeredOn", { date })}
        {request.reason ? <span>{t("desk.request.reasonWas", { reason: request.reason })}</span> : null}
      </p>
    </RequestItem>
  );
}
