/** The query of a list's address: its filters, and the page if it is not the first. */
type ListParams = { page?: number } & Record<string, string | number | undefined>;

/** The address of the list with some of its filters changed: "?when=past&country=GB". Back to the first page, unless `changed` names one. */
export function queryWith<Filters extends ListParams>(asked: Filters, changed: Partial<Filters>): string {
  const { page: _page, ...kept } = asked;
  return toQueryString({ ...kept, ...changed });
}

/** The query string, without empty values and the first page: "?when=past"; "?" when nothing is left. */
export function toQueryString(asked: ListParams): string {
  const search = new URLSearchParams();
  for (const [name, value = ""] of Object.entries(asked)) if (value !== "" && !(name === "page" && value === 1)) search.set(name, String(value));
  return `?${search}`;
}

/** How a column is sorted now, and the address that sorts by it, by `first` on the first click ("-members" is descending). `usual`: the default order. */
export function columnSort<Sort extends string>(asked: ListParams & { sort?: Sort }, first: NoInfer<Sort>, usual?: NoInfer<Sort>) {
  const now = asked.sort ?? usual;
  const turned = first.startsWith("-") ? first.slice(1) : `-${first}`;
  const next = now === first ? turned : first;
  const direction = now?.startsWith("-") ? ("descending" as const) : ("ascending" as const);
  return { sortTo: queryWith<ListParams>(asked, { sort: next === usual ? undefined : next }), sort: now === first || now === turned ? direction : undefined };
}

/** The query without empty values, the first page and `usual` values (browsers send all selects along); null if it has none of them. */
export function withoutDefaults(search: URLSearchParams, usual: Record<string, string> = {}): string | null {
  const unsaid: Record<string, string> = { page: "1", ...usual };
  const kept = [...search].filter(([name, value]) => value !== "" && value !== unsaid[name]);
  return kept.length === search.size ? null : new URLSearchParams(kept).toString();
}
