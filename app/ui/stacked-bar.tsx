type Part = {
  label: string;
  value: string;
  /** Part of the whole, 0 to 1, and as text; no text if the base is too small for a percentage. */
  share: number;
  shareText?: string;
};

/** Category colours in their order; the last part may be «other», which is grey. */
const colour = (index: number, isOther: boolean) => `var(--cat-${isOther ? 6 : Math.min(index + 1, 5)})`;

/** One stacked bar, and a key that says everything in words. At most five parts and «other». */
export function StackedBar({ parts, hasOther }: { parts: Part[]; hasOther?: boolean }) {
  const ground = (index: number) => ({ background: colour(index, Boolean(hasOther) && index === parts.length - 1) });
  return (
    <>
      <div className="parts" aria-hidden="true">
        {parts.map(({ label, share }, index) => (
          <span key={label} style={{ ...ground(index), width: `${share * 100}%` }} />
        ))}
      </div>
      <ul role="list" className="parts-key">
        {parts.map(({ label, value, shareText }, index) => (
          <li key={label}>
            <i style={ground(index)} />
            {label} <span>{value}</span> <b>{shareText}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
