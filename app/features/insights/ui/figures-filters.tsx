import { monthNames } from "~/core/i18n/format";
import { localizedText, type LanguageMap } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { FilterBar } from "~/ui/filter-bar";
import { SelectFilter } from "~/ui/select-filter";

import type { ShownFigures } from "../queries.server";
import { dimensions, periods, defaultPeriod } from "../rules";
import type { FiguresParams } from "../schema";
import type { SliceLabels } from "../slice-labels.server";

type Props = { query: FiguresParams; figures: ShownFigures; slices: SliceLabels; isWorldAllowed: boolean };

/** Filters by place, month, period and slice; all of it is kept in the URL. */
export function FiguresFilters({ query, figures, slices, isWorldAllowed }: Props) {
  const { t } = useTranslation("insights");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { place, first, last, months } = figures;
  const [year, month] = (months.at(-1)?.month ?? "").split("-").map(Number);
  const namesOf = (list: { key: string; name: LanguageMap }[]) => list.map(({ key, name }) => ({ value: key, label: localizedText(name, locale) }));
  const withAll = (label: string, list: { key: string; name: LanguageMap }[]) => [{ value: "", label }, ...namesOf(list)];
  const chapter = place.kind === "chapter" ? query.chapter : undefined;
  const years = yearsBetween(first, last).map((each) => ({ value: String(each), label: String(each) }));
  return (
    <FilterBar label={common("ui.filters")}>
      {isWorldAllowed || figures.countries.length > 1 ? (
        <SelectFilter
          name="country"
          label={common("ui.country")}
          value={place.country ?? ""}
          options={isWorldAllowed ? withAll(t("figures.world"), figures.countries) : namesOf(figures.countries)}
        />
      ) : (
        <input type="hidden" name="country" value={place.country ?? ""} />
      )}
      {place.country ? (
        <>
          <SelectFilter name="city" label={common("ui.city")} value={place.city ?? ""} options={withAll(t("figures.filter.allCities"), figures.cities)} />
          <SelectFilter name="chapter" label={common("term.chapter")} value={chapter ?? ""} options={withAll(t("figures.filter.allChapters"), figures.chapters)} />
        </>
      ) : null}
      <SelectFilter
        name="slice"
        label={t("figures.filter.slice")}
        value={query.slice ?? ""}
        options={[
          { value: "", label: t("figures.filter.allMembers") },
          ...dimensions.map((dimension) => ({ label: t(`figures.madeOf.${dimension}`), options: optionsOf(slices, dimension) })),
        ]}
      />
      <SelectFilter
        name="month"
        label={t("figures.filter.month")}
        value={String(month)}
        options={monthNames(locale).map((label, index) => ({ value: String(index + 1), label }))}
      />
      <SelectFilter name="year" label={t("figures.filter.year")} value={String(year)} options={years} />
      <SelectFilter
        name="months"
        label={t("figures.filter.period")}
        value={String(query.months ?? defaultPeriod)}
        options={periods.map((length) => ({ value: String(length), label: t("figures.filter.years", { count: length / 12 }) }))}
      />
    </FilterBar>
  );
}

const optionsOf = (slices: SliceLabels, dimension: string) =>
  Object.entries(slices)
    .filter(([slice]) => slice.startsWith(`${dimension}.`))
    .map(([value, label]) => ({ value, label }));

function yearsBetween(first: string | null, last: string | null): number[] {
  const [from, to] = [Number(first?.slice(0, 4)), Number(last?.slice(0, 4))];
  return first && last ? Array.from({ length: to - from + 1 }, (_year, index) => to - index) : [];
}
