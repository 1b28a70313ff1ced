import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith } from "~/core/list-query";
import { regions, type Region } from "~/features/chapters/rules";
import { FilterBar } from "~/ui/filter-bar";
import { SelectFilter } from "~/ui/select-filter";
import { Tabs } from "~/ui/tabs";

import type { MapParams } from "../schema";

type Props = { query: MapParams; countries: { iso2: string; name: string }[] };

/** Cities or countries as tabs; region and country as selects. They apply to the map and the table alike. */
export function MapFilters({ query, countries }: Props) {
  const { t } = useTranslation("map");
  const { t: common } = useTranslation("common");
  const isByCountry = query.by === "country";
  return (
    <div className="map-filters">
      <Tabs
        label={t("page.by")}
        tabs={[
          { to: queryWith(query, { by: undefined }), label: t("page.byCity"), isCurrent: !isByCountry },
          { to: queryWith(query, { by: "country", country: undefined }), label: t("page.byCountry"), isCurrent: isByCountry },
        ]}
      />
      <FilterBar label={common("ui.filters")}>
        {query.by ? <input type="hidden" name="by" value={query.by} /> : null}
        {query.sort ? <input type="hidden" name="sort" value={query.sort} /> : null}
        <SelectFilter
          name="region"
          label={t("page.region")}
          value={query.region}
          options={[
            { value: "", label: t("page.allRegions") },
            ...(Object.keys(regions) as Region[]).map((region) => ({ value: region, label: t(`region.${region}`) })),
          ]}
        />
        {isByCountry ? null : (
          <SelectFilter
            name="country"
            label={common("ui.country")}
            value={query.country}
            options={[{ value: "", label: t("page.allCountries") }, ...countries.map(({ iso2, name }) => ({ value: iso2, label: name }))]}
          />
        )}
      </FilterBar>
    </div>
  );
}
