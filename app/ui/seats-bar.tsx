/** A bar of how full something is; words beside it say the same. `share`: 0 to 1; values beyond are drawn as 0 or 1. */
export function SeatsBar({ share }: { share: number }) {
  return (
    <div className="seats-bar" aria-hidden="true">
      <span style={{ width: `${Math.round(Math.min(Math.max(share, 0), 1) * 100)}%` }} />
    </div>
  );
}
