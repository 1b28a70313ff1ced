import { Outlet } from "@remix-run/react";

import { OwnFrame } from "~/features/account/ui/own-frame";

/** The desk of coordinators. A layout is no guard: every handler below starts with its own. */
export default function CoordinateLayout() {
  return (
    <OwnFrame>
      <Outlet />
    </OwnFrame>
  );
}
