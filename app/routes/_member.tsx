import { Outlet } from "@remix-run/react";

import { ViewerFrame } from "~/features/account/ui/viewer-frame";

/** Pages of signed-in people. A layout is no guard: every handler below starts with its own. */
export default function MemberLayout() {
  return (
    <ViewerFrame>
      <Outlet />
    </ViewerFrame>
  );
}
