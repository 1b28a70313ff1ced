import { Outlet } from "@remix-run/react";

import { ViewerFrame } from "~/features/account/ui/viewer-frame";

/** Pages for everyone. */
export default function SiteLayout() {
  return (
    <ViewerFrame>
      <Outlet />
    </ViewerFrame>
  );
}
