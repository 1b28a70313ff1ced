import { useTranslation } from "~/core/i18n/use-translation";
import { EmptyState } from "~/ui/empty-state";

import type { DeskView } from "../rules";

/** An empty list of the desk: which events would be in it, and how they get there. */
export function NoDeskEvents({ view, mayEdit }: { view: DeskView; mayEdit: boolean }) {
  const { t } = useTranslation("events");
  switch (view) {
    case "drafts":
      return <EmptyState title={t("desk.noDrafts")} text={t("desk.noDraftsText")} />;
    case "past":
      return <EmptyState title={t("desk.noPast")} text={t("desk.noPastText")} />;
    default:
      return <EmptyState title={t("desk.noComing")} text={mayEdit ? t("desk.noComingText") : t("desk.noComingReader")} />;
  }
}
