import Languages from "lucide-react/icons/languages";

import { inLanguage, langOf, type Shown } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Icon } from "~/ui/icon";
import { isLanguage } from "~/ui/languages";

import type { EventPage } from "../queries.server";

/** What it is about, in the reader's language or in the one there is; a text of another language, and one that is not quite the original, says so. */
export function EventText({ event }: { event: EventPage }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const summary = inLanguage(event.summary, locale);
  const description = inLanguage(event.description, locale);
  if (!summary && !description) return null;
  return (
    <section className="prose" aria-labelledby="event-what">
      <h2 id="event-what">{t("page.what")}</h2>
      {[summary, description].map((shown, index) => (shown ? <Text key={index} shown={shown} /> : null))}
      <TextNote shown={description ?? summary} status={event.textStatus} />
    </section>
  );
}

const paragraphs = (text: string) => text.split(/\n\s*\n/).filter((part) => part.trim());

function Text({ shown }: { shown: Shown }) {
  return paragraphs(shown.text).map((paragraph, index) => (
    <p key={index} lang={langOf(shown)} className="as-written">
      {paragraph}
    </p>
  ));
}

function TextNote({ shown, status }: { shown: Shown | null; status: Record<string, string> }) {
  const { t } = useTranslation("common");
  if (!shown) return null;
  const quality = { machine: t("term.translationMachine"), outdated: t("term.translationOutdated") }[status[shown.lang] ?? ""];
  const name = isLanguage(shown.lang) ? t(`language.${shown.lang}`) : shown.lang;
  const notes = [shown.isFallback ? t("term.shownInLanguage", { language: name }) : null, quality].filter(Boolean);
  if (notes.length === 0) return null;
  return (
    <p className="small soft text-note">
      <Icon icon={Languages} /> {notes.join(". ")}
    </p>
  );
}
