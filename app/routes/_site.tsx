import { Outlet } from "@remix-run/react";

import { OwnFrame } from "~/features/account/ui/own-frame";

/** Pages for everyone. */
export default function SiteLayout() {
  return (
    <OwnFrame>
      <Outlet />
    </OwnFrame>
  );
}
