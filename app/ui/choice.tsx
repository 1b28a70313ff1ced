import { type ComponentPropsWithoutRef, type ReactNode, useId } from "react";

type Props = Omit<ComponentPropsWithoutRef<"input">, "type" | "children"> & {
  type: "radio" | "checkbox";
  label: ReactNode;
  /** Without the box around it: a single consent at the end of a form. */
  bare?: boolean;
};

/** A radio or a checkbox whose whole row is the target. */
export function Choice({ label, bare, id, ...rest }: Props) {
  const ownId = useId();
  const inputId = id ?? ownId;
  return (
    <div className={bare ? "choice choice-row" : "choice"}>
      <input id={inputId} {...rest} />
      <label htmlFor={inputId}>{label}</label>
    </div>
  );
}
