import Languages from "lucide-react/icons/languages";

import { insideSentence } from "~/core/i18n/format";
import { langAttribute, type LanguageMap, type Localized } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";

import { Icon } from "./icon";
import { isLanguage } from "./languages";

const paragraphs = (text: string) => text.split(/\n\s*\n/).filter((part) => part.trim());

/** A text as people wrote it, paragraph by paragraph. */
export function UserText({ shown }: { shown: Localized }) {
  return paragraphs(shown.text).map((paragraph, index) => (
    <p key={index} lang={langAttribute(shown)} className="as-written">
      {paragraph}
    </p>
  ));
}

/** Says that a text is in another language than the page, or a machine or outdated translation. `status`: the state of each language's text. */
export function TranslationNote({ shown, status }: { shown: Localized; status: LanguageMap }) {
  const { t } = useTranslation("common");
  const locale = useLocale();
  const quality = { machine: t("term.translationMachine"), outdated: t("term.translationOutdated") }[status[shown.lang] ?? ""];
  const name = isLanguage(shown.lang) ? insideSentence(t(`language.${shown.lang}`), locale) : shown.lang;
  const notes = [shown.isFallback ? t("term.shownInLanguage", { language: name }) : null, quality].filter(Boolean);
  if (notes.length === 0) return null;
  return (
    <p className="small soft text-note">
      <Icon icon={Languages} /> {notes.join(". ")}
    </p>
  );
}
