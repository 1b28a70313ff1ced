import { Outlet } from "@remix-run/react";

import { OwnFrame } from "~/features/account/ui/own-frame";

/** The desk of a chapter's leaders. A layout is no guard: every handler below starts with its own. */
export default function LeadLayout() {
  return (
    <OwnFrame>
      <Outlet />
    </OwnFrame>
  );
}
