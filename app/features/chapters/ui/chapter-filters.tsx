import { formatNumber } from "~/core/i18n/format";
import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith } from "~/core/list-query";
import { FilterBar } from "~/ui/filter-bar";
import { FilterLink } from "~/ui/filter-link";
import { FilterLinks } from "~/ui/filter-links";
import { SelectFilter } from "~/ui/select-filter";

import type { ChapterFilterOptions } from "../queries.server";
import { chapterKinds, regions, type Region } from "../rules";
import type { ChapterListParams } from "../schema";

type Props = { query: ChapterListParams; places: ChapterFilterOptions };

/** Regions as links with their numbers of chapters, countries and kinds as selects. All of it is kept in the URL. */
export function ChapterFilters({ query, places }: Props) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const countOf = new Map(places.regions.map(({ region, chapters }) => [region, chapters]));
  const all = places.regions.reduce((sum, { chapters }) => sum + chapters, 0);
  // The numbers know nothing of the search, so beside one they would promise more than is found.
  const countText = (count: number) => (query.q ? undefined : formatNumber(count, locale));
  const offered = (Object.keys(regions) as Region[]).filter((region) => countOf.has(regions[region]) || region === query.region);
  return (
    <div className="finder-filters">
      <FilterLinks label={t("finder.regions")}>
        <FilterLink
          to={queryWith(query, { region: undefined, country: undefined })}
          isCurrent={!query.region}
          label={t("finder.region.all")}
          count={countText(all)}
        />
        {offered.map((region) => (
          <FilterLink
            key={region}
            to={queryWith(query, { region, country: undefined })}
            isCurrent={query.region === region}
            label={t(`finder.region.${region}`)}
            count={countText(countOf.get(regions[region]) ?? 0)}
          />
        ))}
      </FilterLinks>
      <FilterBar label={common("ui.filters")}>
        {query.q ? <input type="hidden" name="q" value={query.q} /> : null}
        {query.region ? <input type="hidden" name="region" value={query.region} /> : null}
        <SelectFilter
          name="country"
          label={t("finder.country")}
          value={query.country}
          options={[{ value: "", label: t("finder.allCountries") }, ...places.countries.map(({ id, name }) => ({ value: id, label: localizedText(name, locale) }))]}
        />
        <SelectFilter
          name="kind"
          label={t("finder.kind")}
          value={query.kind}
          options={[{ value: "", label: t("finder.allKinds") }, ...chapterKinds.map((kind) => ({ value: kind, label: t(`label.kind.${kind}`) }))]}
        />
      </FilterBar>
    </div>
  );
}
