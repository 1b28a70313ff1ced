/** The query of a list's address: its filters, and the page if it is not the first. */
type ListParams = { page?: number } & Record<string, string | number | undefined>;

/** The address of the list with some of its filters changed: "?when=past&country=GB". Back to the first page, unless `changed` names one. */
export function queryWith<Filters extends ListParams>(query: Filters, changed: Partial<Filters>): string {
  const { page: _page, ...filters } = query;
  return toQueryString({ ...filters, ...changed });
}

/** The query string, without empty values and the first page: "?when=past"; "?" when nothing is left. */
export function toQueryString(query: ListParams): string {
  const search = new URLSearchParams();
  for (const [name, value = ""] of Object.entries(query)) {
    const isFirstPage = name === "page" && value === 1;
    if (value !== "" && !isFirstPage) search.set(name, String(value));
  }
  return `?${search}`;
}

/** How a column is sorted now, and the address that sorts by it, by `first` on the first click ("-members" is descending). */
export function columnSort<Sort extends string>(query: ListParams & { sort?: Sort }, first: NoInfer<Sort>, defaultSort?: NoInfer<Sort>) {
  const current = query.sort ?? defaultSort;
  const reversed = first.startsWith("-") ? first.slice(1) : `-${first}`;
  const isSorted = current === first || current === reversed;
  const direction = current?.startsWith("-") ? ("descending" as const) : ("ascending" as const);
  const next = current === first ? reversed : first;
  return {
    sortTo: queryWith<ListParams>(query, { sort: next === defaultSort ? undefined : next }),
    sort: isSorted ? direction : undefined,
  };
}

/** The query without empty values, the first page and `defaults` (browsers send all selects along); null if it has none of them. */
export function withoutDefaults(search: URLSearchParams, defaults: Record<string, string> = {}): string | null {
  const omitted: Record<string, string> = { page: "1", ...defaults };
  const needed = [...search].filter(([name, value]) => value !== "" && value !== omitted[name]);
  return needed.length === search.size ? null : new URLSearchParams(needed).toString();
}
