import { useTranslation } from "~/core/i18n/use-translation";
import { degrees } from "~/features/members/rules";
import { FilterBar } from "~/ui/filter-bar";
import { SelectFilter } from "~/ui/select-filter";

import { memberSorts, memberStatuses } from "../desk-rules";
import type { MemberListParams } from "../desk-schema";

type Props = { query: MemberListParams; universities: { id: string; name: string }[] };

/** Filters and order of the list of members; all of it is kept in the URL. */
export function MemberFilters({ query, universities }: Props) {
  const { t } = useTranslation("chapters");
  const { t: members } = useTranslation("members");
  const { t: common } = useTranslation("common");
  return (
    <div className="event-filters">
      <FilterBar label={common("ui.filters")} search={{ label: t("desk.member.search"), value: query.q }}>
        <SelectFilter
          name="kind"
          label={t("desk.member.kind")}
          value={query.kind}
          options={[
            { value: "", label: t("desk.member.allKinds") },
            { value: "home", label: t("desk.member.home") },
            { value: "guest", label: t("desk.member.guest") },
          ]}
        />
        <SelectFilter
          name="status"
          label={common("ui.status")}
          value={query.status}
          options={[
            { value: "", label: t("desk.member.allStatuses") },
            ...memberStatuses.map((status) => ({ value: status, label: members(`label.status.${status}`) })),
          ]}
        />
        <SelectFilter
          name="degree"
          label={common("term.degree")}
          value={query.degree}
          options={[
            { value: "", label: t("desk.member.allDegrees") },
            ...degrees.map((degree) => ({ value: degree, label: members(`label.degree.${degree}`) })),
          ]}
        />
        {universities.length > 0 ? (
          <SelectFilter
            name="university"
            label={common("term.university")}
            value={query.university}
            options={[{ value: "", label: t("desk.member.allUniversities") }, ...universities.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        ) : null}
        <SelectFilter
          name="sort"
          label={common("action.sort")}
          value={query.sort ?? "name"}
          options={memberSorts.map((sort) => ({ value: sort, label: t(`desk.member.sort.${sort}`) }))}
        />
      </FilterBar>
    </div>
  );
}
