import { Link } from "@remix-run/react";

import { localize, langAttribute } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { messagePath } from "~/features/messages/rules";
import { Avatar } from "~/ui/avatar";
import { MoreLink } from "~/ui/more-link";

import type { EventPage } from "../queries.server";

/** The chapter that organises the event, and a link to write to it. */
export function EventOrganiser({ event: { slug, chapter } }: { event: EventPage }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const name = localize(chapter.name, locale);
  return (
    <section aria-labelledby="event-organiser">
      <h2 id="event-organiser">{t("page.organiser")}</h2>
      <div className="person">
        <Avatar name={name?.text ?? ""} large />
        <div>
          <p className="person-name">
            <Link to={localePath(locale, `/chapters/${chapter.slug}`)} lang={langAttribute(name)}>
              {t("page.chapter", { chapter: name?.text ?? "" })}
            </Link>
          </p>
          <p className="person-meta">{t("page.organiserText")}</p>
        </div>
      </div>
      <MoreLink to={localePath(locale, messagePath(chapter.slug, slug))}>{t("page.write")}</MoreLink>
    </section>
  );
}
