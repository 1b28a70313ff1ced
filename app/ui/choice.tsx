import { type ComponentPropsWithoutRef, type ReactNode, useId } from "react";

type Props = Omit<ComponentPropsWithoutRef<"input">, "type" | "children"> & {
  type: "radio" | "checkbox";
  label: ReactNode;
  /** The language of the label when it is not the page's. */
  labelLang?: string;
  hint?: ReactNode;
  /** Without the box around it: a single consent at the end of a form. */
  bare?: boolean;
};

/** A radio or a checkbox whose whole row is the target. */
export function Choice({ label, labelLang, hint, bare, id, ...rest }: Props) {
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
      <label htmlFor={inputId} lang={labelLang}>
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
