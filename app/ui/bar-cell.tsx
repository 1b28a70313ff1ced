/** The bar of a table of figures; `share` of the longest one, 0 to 1. The number stands in a cell of its own. */
export function BarCell({ share }: { share: number }) {
  return <span className="bar" style={{ width: `${Math.round(share * 1000) / 10}%` }} />;
}
