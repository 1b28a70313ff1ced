import Languages from "lucide-react/icons/languages";

import { inLanguage, langOf } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Icon } from "~/ui/icon";
import { isLanguage } from "~/ui/languages";

import type { ChapterPage } from "../queries.server";

const paragraphs = (text: string) => text.split(/\n\s*\n/).filter((part) => part.trim());

/** What the chapter says of itself, in the reader's language or in the one there is, and its university; a text that is not quite the original says so. */
export function ChapterAbout({ chapter: { kind, about, textStatus, university } }: { chapter: ChapterPage }) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const shown = inLanguage(about, locale);
  if (!shown && !university?.website) return null;
  const quality = shown ? { machine: common("term.translationMachine"), outdated: common("term.translationOutdated") }[textStatus[shown.lang] ?? ""] : null;
  const name = shown && isLanguage(shown.lang) ? common(`language.${shown.lang}`) : shown?.lang;
  const notes = [shown?.isFallback ? common("term.shownInLanguage", { language: name ?? "" }) : null, quality].filter(Boolean);
  return (
    <section className="prose" aria-labelledby="chapter-about">
      <h2 id="chapter-about">{t(kind === "interest" ? "page.aboutGroup" : "page.about")}</h2>
      {paragraphs(shown?.text ?? "").map((paragraph, index) => (
        <p key={index} lang={langOf(shown)} className="as-written">
          {paragraph}
        </p>
      ))}
      {university?.website ? (
        <p>
          <a href={university.website} rel="noopener">
            {t("page.website")}
          </a>
        </p>
      ) : null}
      {notes.length > 0 ? (
        <p className="small soft text-note">
          <Icon icon={Languages} /> {notes.join(". ")}
        </p>
      ) : null}
    </section>
  );
}
