import { redirect, type ActionFunctionArgs } from "@remix-run/node";

import { readForm } from "~/core/forms.server";
import { safePath } from "~/core/http";

const aYear = 365 * 24 * 60 * 60;

/** Sets the theme: light, dark, or that of the system; works without JavaScript and redirects to the page it came from. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args);
  const theme = form.get("theme");
  const isChoice = theme === "light" || theme === "dark";
  const cookie = `theme=${isChoice ? theme : ""}; Path=/; Max-Age=${isChoice ? aYear : 0}; SameSite=Lax`;
  return redirect(safePath(form.get("to"), "/"), { headers: { "Set-Cookie": cookie } });
}
