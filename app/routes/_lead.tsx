import { Outlet } from "@remix-run/react";

import { ViewerFrame } from "~/features/account/ui/viewer-frame";
import { useDeskNav } from "~/features/chapters/ui/use-desk-nav";

export const handle = { i18n: ["chapters"] };

/** The desk of a chapter's leaders. A layout is no guard: every handler below starts with its own. */
export default function LeadLayout() {
  return (
    <ViewerFrame places={useDeskNav()}>
      <Outlet />
    </ViewerFrame>
  );
}
