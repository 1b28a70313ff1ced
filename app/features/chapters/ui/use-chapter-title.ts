import { localize, langAttribute, type LanguageMap } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";

import { hasOwnName, type ChapterKind } from "../rules";

/** A chapter's full title: «Лондон бөлімшесі»; universities and groups have names of their own. `lang` when it is not the page's. */
export function useChapterTitle(): (chapter: { kind: ChapterKind; name: LanguageMap }) => { text: string; lang: string | undefined } {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  return ({ kind, name }) => {
    const shown = localize(name, locale);
    const text = shown?.text ?? "";
    if (hasOwnName(kind)) return { text, lang: langAttribute(shown) };
    return { text: t("page.chapter", { chapter: text }), lang: undefined };
  };
}
