import { useTranslation } from "~/core/i18n/use-translation";
import { Notice } from "~/ui/notice";

import type { EventToEdit } from "../queries.server";

/** Replaces the form of an event that cannot be changed any more: why, and what can be done instead. */
export function NotEditable({ event }: { event: Pick<EventToEdit, "state" | "cancelReason"> }) {
  const { t } = useTranslation("events");
  if (event.state !== "cancelled") return <Notice>{t("desk.over")}</Notice>;
  return (
    <>
      <Notice>{t("desk.off")}</Notice>
      <p className="as-written">{t("box.reason", { reason: event.cancelReason ?? "" })}</p>
    </>
  );
}
