import type { ReactNode } from "react";

import { useTranslation } from "~/core/i18n/use-translation";
import { SidePanelLayout } from "~/ui/layout/side-panel-layout";

/** The layout of sign-in and related pages: the form, and beside it a few words from the association. */
export function AccountLayout({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("account");
  return (
    <SidePanelLayout title={title} lead={lead} aside={{ words: t("door.words"), text: t("door.text") }}>
      <div className="stack door-stack">{children}</div>
    </SidePanelLayout>
  );
}
