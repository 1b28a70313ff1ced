import { useTranslation } from "~/core/i18n/use-translation";

import type { ChapterSearchResult } from "../queries.server";
import type { ChapterListParams } from "../schema";
import { ChapterRows } from "./chapter-rows";
import { CountryGroup } from "./country-group";
import { NoChapters } from "./no-chapters";

type Props = {
  query: ChapterListParams;
  found: ChapterSearchResult;
  /** When the loader ran, ms. */
  now: number;
};

/** What the finder found: countries with their largest chapters, or one list of chapters; if nothing, what to do instead. */
export function ChapterResults({ query, found, now }: Props) {
  const { t } = useTranslation("chapters");
  if (found.total === 0) return <NoChapters query={query} />;
  const count =
    found.as === "countries"
      ? t("finder.foundIn", { count: found.total, countries: t("finder.inCountries", { count: found.listed }) })
      : t("finder.found", { count: found.total });
  return (
    <div>
      <p role="status" className="soft finder-count">
        {count}
      </p>
      {found.as === "countries" ? (
        found.groups.map((group) => <CountryGroup key={group.iso2} group={group} query={query} now={now} />)
      ) : (
        <div className="country">
          <h2 className="visually-hidden">{t("finder.title")}</h2>
          <ChapterRows chapters={found.rows} now={now} withCountry={!query.country} />
        </div>
      )}
    </div>
  );
}
