import { formatNumber } from "~/core/i18n/format";
import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith } from "~/core/list-query";
import { FilterLink } from "~/ui/filter-link";
import { FilterBar } from "~/ui/filter-bar";
import { FilterLinks } from "~/ui/filter-links";
import { SelectFilter } from "~/ui/select-filter";

import type { PlacesOfChapters } from "../queries.server";
import { chapterKinds, regions, type Region } from "../rules";
import type { AskedChapters } from "../schema";

type Props = { asked: AskedChapters; places: PlacesOfChapters };

/** Regions as links with their numbers of chapters, countries and kinds as selects. All of it is kept in the URL. */
export function ChapterFilters({ asked, places }: Props) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const countOf = new Map(places.regions.map(({ region, chapters }) => [region, chapters]));
  const all = places.regions.reduce((sum, { chapters }) => sum + chapters, 0);
  // The numbers know nothing of the search, so beside one they would promise more than is found.
  const said = (count: number) => (asked.q ? undefined : formatNumber(count, locale));
  const offered = (Object.keys(regions) as Region[]).filter((region) => countOf.has(regions[region]) || region === asked.region);
  return (
    <div className="finder-filters">
      <FilterLinks label={t("finder.regions")}>
        <FilterLink to={queryWith(asked, { region: undefined, country: undefined })} isCurrent={!asked.region} label={t("finder.region.all")} count={said(all)} />
        {offered.map((region) => (
          <FilterLink
            key={region}
            to={queryWith(asked, { region, country: undefined })}
            isCurrent={asked.region === region}
            label={t(`finder.region.${region}`)}
            count={said(countOf.get(regions[region]) ?? 0)}
          />
        ))}
      </FilterLinks>
      <FilterBar label={common("ui.filters")}>
        {asked.q ? <input type="hidden" name="q" value={asked.q} /> : null}
        {asked.region ? <input type="hidden" name="region" value={asked.region} /> : null}
        <SelectFilter
          name="country"
          label={t("finder.country")}
          value={asked.country}
          options={[{ value: "", label: t("finder.allCountries") }, ...places.countries.map(({ id, name }) => ({ value: id, label: localizedText(name, locale) }))]}
        />
        <SelectFilter
          name="kind"
          label={t("finder.kind")}
          value={asked.kind}
          options={[{ value: "", label: t("finder.allKinds") }, ...chapterKinds.map((kind) => ({ value: kind, label: t(`label.kind.${kind}`) }))]}
        />
      </FilterBar>
    </div>
  );
}
