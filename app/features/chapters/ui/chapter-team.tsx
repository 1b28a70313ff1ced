import { formatDate } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { messagePath } from "~/features/messages/rules";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";
import { MoreLink } from "~/ui/more-link";
import { Person } from "~/ui/person";

import type { ChapterPage } from "../queries.server";
import { lastDayOf } from "../rules";

const thirtyDays = 30 * 24 * 60 * 60_000;

type Props = {
  chapter: ChapterPage;
  /** When the loader ran, ms. */
  now: number;
};

/** Who leads the chapter, under the names they chose to show, their terms, and a link to write to them. */
export function ChapterTeam({ chapter: { slug, team, zone }, now }: Props) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const day = (moment: number) => formatDate(moment, locale, "numeric", zone);
  return (
    <Card as="section" labelledBy="chapter-team" className="team-card">
      <h2 id="chapter-team">{t("page.team")}</h2>
      {team.length === 0 ? <p className="small soft">{t("page.noTeam")}</p> : null}
      <ul role="list" className="leaders">
        {team.map(({ role, name, from, to }) => (
          <li key={`${role} ${name}`}>
            <Person
              name={name}
              meta={
                <>
                  <span className="line">{t(`label.role.${role}`)}</span>
                  {to - now < thirtyDays ? (
                    <Badge tone="warning">{t("page.termEnds", { date: day(lastDayOf(to)) })}</Badge>
                  ) : (
                    <span className="line">{t("page.term", { from: day(from), to: day(lastDayOf(to)) })}</span>
                  )}
                </>
              }
            />
          </li>
        ))}
      </ul>
      <MoreLink to={localePath(locale, messagePath(slug))}>{t("page.write")}</MoreLink>
    </Card>
  );
}
