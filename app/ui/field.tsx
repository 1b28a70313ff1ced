import { type ReactNode, useId } from "react";

import { useTranslation } from "~/core/i18n/use-translation";

import { FieldContext } from "./field-context";
import { FieldError } from "./field-error";

type Props = {
  label: ReactNode;
  /** The id of the control; made here when absent. */
  id?: string;
  hint?: ReactNode;
  /** The sentence of the error summary, word for word. */
  error?: string;
  /** Says so beside the label: fields are required unless marked. */
  optional?: boolean;
  /** Input, Select or Textarea: they find the ids by themselves. */
  children: ReactNode;
};

/** Label, hint, error, control, in this order, so that the error is read before the control. */
export function Field({ label, id, hint, error, optional, children }: Props) {
  const { t } = useTranslation("common");
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = hint ? `${controlId}-description` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;

  return (
    <div className={error ? "field is-invalid" : "field"}>
      <label htmlFor={controlId}>
        {label} {optional ? <span className="optional">({t("ui.optional")})</span> : null}
      </label>
      {hint ? (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      <FieldContext.Provider value={{ id: controlId, describedBy, isInvalid: Boolean(error) }}>{children}</FieldContext.Provider>
    </div>
  );
}
