import { localize } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { TranslationNote, UserText } from "~/ui/user-text";

import type { EventPage } from "../queries.server";

/** What the event is about, in the reader's language or else one that exists. */
export function EventText({ event }: { event: EventPage }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const summary = localize(event.summary, locale);
  const description = localize(event.description, locale);
  const noted = description ?? summary;
  if (!noted) return null;
  return (
    <section className="prose" aria-labelledby="event-what">
      <h2 id="event-what">{t("page.what")}</h2>
      {summary ? <UserText shown={summary} /> : null}
      {description ? <UserText shown={description} /> : null}
      <TranslationNote shown={noted} status={event.textStatus} />
    </section>
  );
}
