/** A sum that adds up: start + in − out ± moved = end. Signs are part of the values. Stacked on phones. */
export function Balance({ terms }: { terms: { label: string; value: string }[] }) {
  return (
    <dl className="balance">
      {terms.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
