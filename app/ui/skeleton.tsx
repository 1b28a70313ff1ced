/** A grey shape where something will come; sizes are CSS lengths. Wrap a group of them in `aria-busy` with a name. */
export function Skeleton({ width = "100%", height = "1em" }: { width?: string; height?: string }) {
  return <span className="skeleton" style={{ width, height }} />;
}
