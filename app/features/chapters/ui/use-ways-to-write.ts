import { key } from "~/core/i18n/key";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import type { Way } from "~/core/use-answered-form";
import { pathToWrite } from "~/features/messages/rules";

type Chapter = { slug: string; above: { slug: string }[] };

/** Where refusals lead that say to write: to the chapter's leaders; or, from the only leader of the chapter that is left (this one, or `leftHome`), upwards. */
export function useWaysToWrite({ slug, above }: Chapter, leftHome?: string): Record<string, Way> {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const to = (chapter?: string) => localePath(locale, pathToWrite(chapter));
  // What its only leader writes to a chapter goes to the one above it.
  const upwards = leftHome ?? above.at(-1)?.slug;
  return {
    [key("chapters", "refusal.by-invitation")]: { to: to(slug), label: t("page.write") },
    [key("chapters", "refusal.last-leader")]: { to: to(upwards), label: upwards ? t("page.writeAbove") : common("action.contactUs") },
  };
}
