import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";

import { localeOf } from "~/core/guards.server";
import { localePath } from "~/core/paths";
import { signOut } from "~/features/account/commands.server";

/** Opening this address does not sign anybody out: only the button does, by a POST. */
export function loader(args: LoaderFunctionArgs) {
  return redirect(localePath(localeOf(args), "/"));
}

export async function action(args: ActionFunctionArgs) {
  await signOut(args.context.visit);
  return redirect(`${localePath(localeOf(args), "/sign-in")}?notice=signed-out`);
}
