import { useTranslation } from "~/core/i18n/use-translation";
import { Notice } from "~/ui/notice";

/** What was just done to the team. */
export function TeamNotice({ notice }: { notice: string | null }) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const messages: Record<string, string> = { saved: common("notice.saved"), appointed: t("office.notice.appointed"), ended: t("office.notice.ended") };
  const text = notice && messages[notice];
  return text ? (
    <Notice tone="success" role="status">
      {text}
    </Notice>
  ) : null;
}
