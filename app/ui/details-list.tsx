import type { ReactNode } from "react";

/** Names and values one under the other: what a person or a chapter is. */
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
