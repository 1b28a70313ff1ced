import { useTranslation } from "~/core/i18n/use-translation";

import type { FoundChapters as Found } from "../queries.server";
import type { AskedChapters } from "../schema";
import { ChapterRows } from "./chapter-rows";
import { CountryGroup } from "./country-group";
import { NoChapters } from "./no-chapters";

type Props = { asked: AskedChapters; found: Found; /** When the loader ran, ms. */ now: number };

/** What the finder found: countries with their largest chapters, or one list of chapters; if nothing, what to do instead. */
export function FoundChapters({ asked, found, now }: Props) {
  const { t } = useTranslation("chapters");
  if (found.total === 0) return <NoChapters asked={asked} />;
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
        found.groups.map((group) => <CountryGroup key={group.iso2} group={group} asked={asked} now={now} />)
      ) : (
        <div className="country">
          <h2 className="visually-hidden">{t("finder.title")}</h2>
          <ChapterRows chapters={found.rows} now={now} withCountry={!asked.country} />
        </div>
      )}
    </div>
  );
}
