import type { ReactNode } from "react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { MoreLink } from "~/ui/more-link";
import { SectionHead } from "~/ui/section-head";

import type { ChapterPage } from "../queries.server";

type Props = {
  chapter: ChapterPage;
  hasEvents: boolean;
  /** The rows, rendered by the events feature. */
  children: ReactNode;
};

/** The next events of a chapter and those below it, with a link to all. */
export function ComingEvents({ chapter, hasEvents, children }: Props) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  return (
    <section aria-labelledby="chapter-events">
      <SectionHead id="chapter-events" title={t("page.events")} more={<MoreLink to={localePath(locale, listOf(chapter))}>{t("page.allEvents")}</MoreLink>} />
      {hasEvents ? children : <p className="soft">{t("page.noEvents")}</p>}
    </section>
  );
}

/** The filtered list of events that comes closest to the chapter's own. */
function listOf({ kind, country, city }: ChapterPage): string {
  if (kind === "interest") return "/events";
  return `/events?${new URLSearchParams({ country: country.iso2, ...(city ? { city: city.id } : {}) })}`;
}
