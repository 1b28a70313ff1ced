import { key } from "~/core/i18n/translation-key";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import type { RefusalLink } from "~/core/use-server-form";
import { messagePath } from "~/features/messages/rules";

type Chapter = { slug: string; above: { slug: string }[] };

/** Links for refusals that say to write: to the chapter's leaders; or, for the only leader of the chapter being left (this one, or `leftHome`), upwards. */
export function useRefusalLinks({ slug, above }: Chapter, leftHome?: string): Record<string, RefusalLink> {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const to = (chapter?: string) => localePath(locale, messagePath(chapter));
  // A message that a chapter gets from its only leader is passed on to the chapter above, so `leftHome` itself can be the addressee.
  const parent = above.at(-1)?.slug;
  const linkUpwards = (chapter?: string) => ({ to: to(chapter), label: chapter ? t("page.writeAbove") : common("action.contactUs") });
  return {
    [key("chapters", "refusal.by-invitation")]: { to: to(slug), label: t("page.write") },
    [key("chapters", "refusal.nobody-decides")]: linkUpwards(parent),
    [key("chapters", "refusal.last-leader")]: linkUpwards(leftHome ?? parent),
  };
}
