/** Steps of the sequence in words, lightest first: the key of a map. */
export function Legend({ steps }: { steps: string[] }) {
  return (
    <ul role="list" className="legend">
      {steps.map((step, index) => (
        <li key={step}>
          <i style={{ background: `var(--seq-${index + 1})` }} />
          {step}
        </li>
      ))}
    </ul>
  );
}
