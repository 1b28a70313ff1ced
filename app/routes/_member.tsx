import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";

import { SiteFrame } from "~/ui/layout/site-frame";

/** The menu of whoever asks; null for visitors, whose pages are stored and sent to many. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { account } = context.visit;
  return { own: account ? { name: account.email, desks: [] } : null };
}

/** Pages of signed-in people. A layout is no guard: every handler below starts with its own. */
export default function MemberLayout() {
  const { own } = useLoaderData<typeof loader>();
  return (
    <SiteFrame own={own}>
      <Outlet />
    </SiteFrame>
  );
}
