import { Outlet } from "@remix-run/react";

import { ViewerFrame } from "~/features/account/ui/viewer-frame";
import { useDeskPlaces } from "~/features/chapters/ui/desk-places";

export const handle = { i18n: ["chapters"] };

/** The desk of a chapter's leaders. A layout is no guard: every handler below starts with its own. */
export default function LeadLayout() {
  return (
    <ViewerFrame places={useDeskPlaces()}>
      <Outlet />
    </ViewerFrame>
  );
}
