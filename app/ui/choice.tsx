import { type ComponentPropsWithoutRef, type ReactNode, useId } from "react";

import { FieldError } from "./field-error";

type Props = Omit<ComponentPropsWithoutRef<"input">, "type" | "children"> & {
  type: "radio" | "checkbox";
  label: ReactNode;
  /** Without the box around it: a single consent at the end of a form. */
  bare?: boolean;
  /** The error of this one, if each of them has its own. */
  error?: string;
};

/** A radio or a checkbox whose whole row is the target. */
export function Choice({ label, bare, error, id, ...rest }: Props) {
  const ownId = useId();
  const inputId = id ?? ownId;
  const errorId = error ? `${inputId}-error` : undefined;
  return (
    <>
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      <div className={bare ? "choice choice-row" : "choice"}>
        <input id={inputId} aria-describedby={errorId} aria-invalid={error ? true : undefined} {...rest} />
        <label htmlFor={inputId}>{label}</label>
      </div>
    </>
  );
}
