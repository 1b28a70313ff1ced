import { dayOf, formatDate, formatTime } from "~/core/i18n/format";
import { localize, langAttribute, localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Badge } from "~/ui/badge";
import { StretchedLink } from "~/ui/stretched-link";

import type { ListedChapter } from "../queries.server";
import { useMemberCount } from "./use-member-count";

type Props = {
  chapters: ListedChapter[];
  /** When the loader ran, ms. */
  now: number;
  /** Shows the country too, where no heading does. */
  withCountry?: boolean;
};

/** Chapters in two columns: name, members as published, where it is, and what is on next. */
export function ChapterRows({ chapters, now, withCountry = false }: Props) {
  const locale = useLocale();
  const membersOf = useMemberCount();
  return (
    <ul role="list" className="chapter-list">
      {chapters.map((chapter) => {
        const name = localize(chapter.name, locale);
        return (
          <li key={chapter.id} className="chapter-row">
            <h3 className="name">
              <StretchedLink to={localePath(locale, `/chapters/${chapter.slug}`)} lang={langAttribute(name)}>
                {name?.text}
              </StretchedLink>
            </h3>
            {/* Members are counted in their home chapter, and an interest group is nobody's home. */}
            {chapter.kind === "interest" ? null : <span className="n">{membersOf(chapter.members)}</span>}
            <Where chapter={chapter} withCountry={withCountry} />
            <Next chapter={chapter} now={now} />
          </li>
        );
      })}
    </ul>
  );
}

function Where({ chapter, withCountry }: { chapter: ListedChapter; withCountry: boolean }) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const kind = chapter.kind === "city" && !withCountry ? "" : t(`label.kind.${chapter.kind}`);
  const city = chapter.kind === "university" ? localizedText(chapter.city, locale) : "";
  const country = withCountry && chapter.kind !== "country" ? localizedText(chapter.country, locale) : "";
  const parts = [kind, city, country].filter(Boolean);
  return parts.length > 0 ? <span className="next">{parts.join(" · ")}</span> : null;
}

function Next({ chapter: { next }, now }: { chapter: ListedChapter; now: number }) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  if (!next) return <span className="next">{t("finder.noNext")}</span>;
  if (dayOf(next.at, next.zone) === dayOf(now, next.zone)) {
    return (
      <span className="next">
        <Badge tone="sun">{t("finder.nextToday", { time: formatTime(next.at, next.zone) })}</Badge>
      </span>
    );
  }
  return <span className="next">{t("finder.next", { date: formatDate(next.at, locale, "dayMonth", next.zone) })}</span>;
}
