import { Link } from "@remix-run/react";

type Props = {
  /** Names the navigation: «Steps of joining». */
  label: string;
  steps: { label: string; to?: string }[];
  /** Index of the step the reader is at; the ones before are done and may be linked. */
  current: number;
};

export function Stepper({ label, steps, current }: Props) {
  return (
    <nav className="stepper" aria-label={label}>
      <ol>
        {steps.map((step, index) => {
          const words = `${index + 1}. ${step.label}`;
          return (
            <li
              key={step.label}
              className={index < current ? "is-done" : undefined}
              aria-current={index === current ? "step" : undefined}
            >
              {index < current && step.to ? <Link to={step.to}>{words}</Link> : words}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
