import { useLocation } from "@remix-run/react";

import { useTranslation } from "~/core/i18n/use-translation";
import { Notice } from "~/ui/notice";
import { Toast } from "~/ui/toast";
import { useHydrated } from "~/ui/use-hydrated";

/** How a request was answered. With scripts the page keeps its scroll position far down, so a toast says it; without, the page starts at its top again. */
export function DecisionNotice({ notice }: { notice: string | null }) {
  const { t } = useTranslation("chapters");
  const { key } = useLocation();
  const isHydrated = useHydrated();
  if (notice !== "approved" && notice !== "declined") return null;
  const text = notice === "approved" ? t("notice.requestApproved") : t("notice.requestDeclined");
  if (isHydrated) return <Toast key={key} text={text} />;
  return (
    <Notice tone="success" role="status">
      {text}
    </Notice>
  );
}
