import type { Locale } from "~/core/i18n/config";
import { getFixedT } from "~/core/i18n/i18n.server";

import type { LinkType } from "./schema";

/** The title of the page that a letter's link opens; without a type, that of an incomplete link. */
export function titleOf(type: LinkType | undefined, locale: Locale): string {
  const t = getFixedT(locale, "account");
  if (type === "recovery") return getFixedT(locale, "common")("action.resetPassword");
  if (type === "email_change") return t("confirm.changeTitle");
  return t(type ? "confirm.emailTitle" : "confirm.brokenTitle");
}
