import { useTranslation } from "~/core/i18n/use-translation";
import { Notice } from "~/ui/notice";

import type { DeskEvent } from "../queries.server";

/** What was just done with an event, if its state confirms it; for a draft, also who sees it. */
export function EventNotice({ notice, event }: { notice: string | null; event: DeskEvent }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  // A Map, since the name comes from the URL, and an object has inherited keys such as `constructor`.
  const message = new Map([
    ["draft-kept", event.state === "draft" ? common("notice.draftKept") : null],
    ["saved", event.state === "published" ? common("notice.saved") : null],
    ["published", event.state === "published" ? t("notice.eventPublished") : null],
    ["called-off", event.state === "cancelled" ? t("notice.eventCancelled") : null],
  ]).get(notice ?? "");
  return (
    <>
      {message ? (
        <Notice tone="success" role="status">
          {message}
        </Notice>
      ) : null}
      {event.state === "draft" ? <Notice>{t("desk.isDraft")}</Notice> : null}
    </>
  );
}
