import { type ComponentPropsWithoutRef, type ReactNode, useId } from "react";

type Props = Omit<ComponentPropsWithoutRef<"input">, "type" | "children"> & {
  type: "radio" | "checkbox";
  label: ReactNode;
  hint?: ReactNode;
  /** Without the box around it: a single consent at the end of a form. */
  bare?: boolean;
};

/** A radio or a checkbox whose whole row is the target. */
export function Choice({ label, hint, bare, id, ...rest }: Props) {
  const ownId = useId();
  const inputId = id ?? ownId;
  const hintId = hint ? `${inputId}-description` : undefined;
  return (
    <div className={bare ? "choice choice-row" : "choice"}>
      <input
        id={inputId}
        {...rest}
        aria-describedby={[hintId, rest["aria-describedby"]].filter(Boolean).join(" ") || undefined}
      />
      <label htmlFor={inputId}>
        {label}
      </label>
      {hint ? (
        <span className="hint" id={hintId}>
          {hint}
        </span>
      ) : null}
    </div>
  );
}
