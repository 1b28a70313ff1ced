/** How full something is, for the eye: words beside it say the same. `share`: 0 to 1; over and under it are drawn as these. */
export function SeatsBar({ share }: { share: number }) {
  return (
    <div className="seats-bar" aria-hidden="true">
      <span style={{ width: `${Math.round(Math.min(Math.max(share, 0), 1) * 100)}%` }} />
    </div>
  );
}
