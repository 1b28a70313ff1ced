import type { ReactNode } from "react";

/** Labels and values one below the other: facts about a person or a chapter. */
export function DetailsList({ details }: { details: { label: string; value: ReactNode; lang?: string }[] }) {
  return (
    <dl className="details-list">
      {details.map(({ label, value, lang }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
