import { localize } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { TranslationNote, UserText } from "~/ui/user-text";

import type { ChapterPage } from "../queries.server";

/** What the chapter says about itself, in the reader's language or else one that exists, and its university's website. */
export function ChapterAbout({ chapter: { kind, about, textStatus, university } }: { chapter: ChapterPage }) {
  const { t } = useTranslation("chapters");
  const shown = localize(about, useLocale());
  if (!shown && !university?.website) return null;
  return (
    <section className="prose" aria-labelledby="chapter-about">
      <h2 id="chapter-about">{t(kind === "interest" ? "page.aboutGroup" : "page.about")}</h2>
      {shown ? <UserText shown={shown} /> : null}
      {university?.website ? (
        <p>
          <a href={university.website} rel="noopener">
            {t("page.website")}
          </a>
        </p>
      ) : null}
      {shown ? <TranslationNote shown={shown} status={textStatus} /> : null}
    </section>
  );
}
