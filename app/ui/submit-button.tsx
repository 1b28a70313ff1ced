import { useNavigation } from "@remix-run/react";
import type { ComponentPropsWithoutRef } from "react";

import { useTranslation } from "~/core/i18n/use-translation";

import { buttonClass, type ButtonLook } from "./button-class";

type Props = Omit<ComponentPropsWithoutRef<"button">, "type"> & ButtonLook;

/**
 * Submits the form around it. Until the response is there it says so, keeps its width and ignores further clicks.
 * With `name` and `value` only the button that was pressed looks busy.
 */
export function SubmitButton({ tone = "primary", large, block, className, children, onClick, ...rest }: Props) {
  const { t } = useTranslation("common");
  const { state, formMethod, formData } = useNavigation();
  const isSending = state !== "idle" && formData !== undefined && formMethod !== "GET";
  const isBusy = isSending && (!rest.name || formData.get(rest.name) === String(rest.value ?? ""));

  return (
    <button
      type="submit"
      className={buttonClass({ tone, large, block, className })}
      aria-busy={isBusy || undefined}
      onClick={(event) => {
        if (isSending) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      <span className="button-words">
        <span className={isBusy ? "is-away" : undefined}>{children}</span>
        <span className={isBusy ? undefined : "is-away"} aria-hidden={!isBusy}>
          <span className="spinner" aria-hidden="true" /> {t("ui.sending")}
        </span>
      </span>
    </button>
  );
}
