const horn =
  "M-3 -13V-34a14 14 0 0 0-14-14a12.5 12.5 0 0 0-12.5 12.5a10.5 10.5 0 0 0 10.5 10.5a8.5 8.5 0 0 0 8.5-8.5a6.5 6.5 0 0 0-6.5-6.5a4.5 4.5 0 0 0-4.5 4.5";

/** қошқар мүйіз: four pairs of horns round a rhombus, in the colour of the text. Empty states and deep surfaces only. */
export function Ornament() {
  return (
    <svg className="ornament" viewBox="-80 -80 160 160" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round">
        {[0, 90, 180, 270].map((angle) => (
          <g key={angle} transform={`rotate(${angle})`}>
            <path d={horn} />
            <path transform="scale(-1 1)" d={horn} />
            <path d="M0-63l5 6-5 6-5-6z" />
          </g>
        ))}
        <path d="M0-13L13 0 0 13-13 0z" />
        <path d="M0-6L6 0 0 6-6 0z" />
      </g>
    </svg>
  );
}
