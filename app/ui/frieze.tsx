/** A row of ram's horns: the edge of the footer, and as `Horizon` the edge of the sky. */
export function Frieze({ className }: { className?: string }) {
  return <div className={className ? `frieze ${className}` : "frieze"} aria-hidden="true" />;
}
