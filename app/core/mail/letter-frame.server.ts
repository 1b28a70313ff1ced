import { env } from "~/core/env.server";
import type { Locale } from "~/core/i18n/config";
import { getFixedT } from "~/core/i18n/i18n.server";
import { localePath } from "~/core/paths";

import type { Letter } from "./letter";

/** What every letter to a member has: its language, who writes, and why the reader gets it. */
export function memberFrame(locale: Locale): Pick<Letter, "locale" | "signature" | "reason"> {
  const t = getFixedT(locale, "common");
  return { locale, signature: t("ui.signature"), reason: t("mail.footerReason") };
}

/** How a letter begins: «Құрметті Айгерім!». */
export const salutation = (locale: Locale, name: string): string => getFixedT(locale, "common")("ui.dear", { name });

/** A button to a page of ours; links in letters use the configured host, never a request's. */
export const button = (locale: Locale, label: string, path: string): Letter["button"] => ({ label, url: env().SITE_URL + localePath(locale, path) });
