/** The query of a list with some of what was asked changed: "?view=answered&page=2". Another choice begins again at the first page. */
export function queryWith<Asked extends { page?: number }>(asked: Asked, changed: Partial<Asked>): string {
  const { page: _page, ...kept } = asked;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...kept, ...changed })) if (value !== undefined) query.set(name, String(value));
  return query.size > 0 ? `?${query}` : "?";
}

/** The same search without empty values and the first page, when it has some: browsers send empty selects along. */
export function tidied(search: URLSearchParams): string | null {
  const kept = [...search].filter(([name, value]) => value !== "" && !(name === "page" && value === "1") && !(name === "sort" && value === "name"));
  return kept.length === search.size ? null : new URLSearchParams(kept).toString();
}
