import { Outlet } from "@remix-run/react";

import { OwnFrame } from "~/features/account/ui/own-frame";

/** Pages of signed-in people. A layout is no guard: every handler below starts with its own. */
export default function MemberLayout() {
  return (
    <OwnFrame>
      <Outlet />
    </OwnFrame>
  );
}
