import { Form } from "@remix-run/react";
import Search from "lucide-react/icons/search";

import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith } from "~/core/list-query";
import { Button } from "~/ui/button";
import { FilterLink } from "~/ui/filter-link";
import { FilterLinks } from "~/ui/filter-links";
import { Input } from "~/ui/input";

import type { Attendees } from "../queries.server";
import type { AttendeeListParams } from "../schema";

/** Search by name in any script, and a filter: everybody, those registered, or those who wait. */
export function AttendeeFilters({ query, list }: { query: AttendeeListParams; list: Attendees }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const filter = (state: AttendeeListParams["state"], label: string, count: number) => (
    <FilterLink to={queryWith(query, { state })} isCurrent={query.state === state} label={label} count={formatNumber(count, locale)} />
  );
  return (
    <div className="list-tools">
      <Form method="get" role="search" aria-label={t("attendees.search")} className="people-search" preventScrollReset>
        {query.state ? <input type="hidden" name="state" value={query.state} /> : null}
        {query.sort ? <input type="hidden" name="sort" value={query.sort} /> : null}
        <label>
          <span className="visually-hidden">{t("attendees.search")}</span>
          <Input
            key={query.q ?? ""}
            icon={Search}
            type="search"
            name="q"
            defaultValue={query.q}
            placeholder={t("attendees.search")}
            maxLength={100}
            autoComplete="off"
          />
        </label>
        <Button type="submit">{common("action.search")}</Button>
      </Form>
      <FilterLinks label={t("attendees.filter")}>
        {filter(undefined, common("ui.all"), list.registered + list.waiting)}
        {filter("registered", t("label.registration.registered"), list.registered)}
        {filter("waiting", t("label.registration.waiting"), list.waiting)}
      </FilterLinks>
    </div>
  );
}
