import type { ReactNode } from "react";

import { localizedText, type LanguageMap } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { FilterBar } from "~/ui/filter-bar";
import { SelectFilter } from "~/ui/select-filter";

import { eventKinds, spokenLanguages } from "../rules";
import type { EventListParams } from "../schema";
import { EventViews } from "./event-views";

type Place = { id: string; name: LanguageMap };
type Props = {
  query: EventListParams;
  places: { countries: Place[]; cities: Place[] };
  /** The time that is shown, and links to others. */
  children: ReactNode;
};

const times = ["view", "when", "month", "day"] as const;

/** View and time as tabs or links; place, kind, format and language as selects. All of it is kept in the URL. */
export function EventFilters({ query, places, children }: Props) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const optionsOf = (all: string, list: Place[]) => [{ value: "", label: all }, ...list.map(({ id, name }) => ({ value: id, label: localizedText(name, locale) }))];
  return (
    <div className="event-filters">
      <div className="toolbar">
        <EventViews query={query} />
        {children}
      </div>
      <FilterBar label={common("ui.filters")} search={{ label: t("list.search"), value: query.q }}>
        {times.map((name) => (query[name] ? <input key={name} type="hidden" name={name} value={query[name]} /> : null))}
        <SelectFilter name="country" label={common("ui.country")} value={query.country} options={optionsOf(t("list.allCountries"), places.countries)} />
        {query.country && places.cities.length > 0 ? (
          <SelectFilter name="city" label={common("ui.city")} value={query.city} options={optionsOf(t("list.allCities"), places.cities)} />
        ) : null}
        <SelectFilter
          name="kind"
          label={t("list.kind")}
          value={query.kind}
          options={[{ value: "", label: t("list.allKinds") }, ...eventKinds.map((kind) => ({ value: kind, label: t(`label.kind.${kind}`) }))]}
        />
        <SelectFilter
          name="format"
          label={t("list.format")}
          value={query.format}
          options={[
            { value: "", label: t("list.allFormats") },
            { value: "on_site", label: t("label.format.on_site") },
            { value: "online", label: t("label.format.online") },
          ]}
        />
        <SelectFilter
          name="language"
          label={t("list.language")}
          value={query.language}
          options={[{ value: "", label: t("list.allLanguages") }, ...spokenLanguages.map((code) => ({ value: code, label: common(`language.${code}`) }))]}
        />
      </FilterBar>
    </div>
  );
}
