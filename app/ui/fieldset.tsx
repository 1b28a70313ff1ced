import { type ReactNode, useId } from "react";

import { useTranslation } from "~/core/i18n/use-translation";

import { FieldError } from "./field-error";

type Props = {
  legend: ReactNode;
  /** The id the error summary links to; made here when absent. */
  id?: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  /** Two choices in a row where there is room. */
  columns?: 1 | 2;
  children: ReactNode;
};

/** Choices, or fields, that answer one question. */
export function Fieldset({ legend, id, hint, error, optional, columns = 1, children }: Props) {
  const { t } = useTranslation("common");
  const ownId = useId();
  const baseId = id ?? ownId;
  const hintId = hint ? `${baseId}-description` : undefined;
  const errorId = error ? `${baseId}-error` : undefined;
  return (
    <fieldset
      id={baseId}
      tabIndex={-1}
      className={error ? "field is-invalid" : "field"}
      aria-describedby={[errorId, hintId].filter(Boolean).join(" ") || undefined}
    >
      <legend>
        {legend} {optional ? <span className="optional">({t("ui.optional")})</span> : null}
      </legend>
      {hint ? (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      <div className={columns === 2 ? "choices choices-2" : "choices"}>{children}</div>
    </fieldset>
  );
}
