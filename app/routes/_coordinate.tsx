import { Outlet } from "@remix-run/react";

import { ViewerFrame } from "~/features/account/ui/viewer-frame";

/** The desk of coordinators. A layout is no guard: every handler below starts with its own. */
export default function CoordinateLayout() {
  return (
    <ViewerFrame>
      <Outlet />
    </ViewerFrame>
  );
}
