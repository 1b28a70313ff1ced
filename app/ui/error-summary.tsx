import { Link, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";

import { useTranslation } from "~/core/i18n/use-translation";
import type { RefusalLink } from "~/core/use-server-form";

import { focusElement } from "./focus-element";

type Props = {
  title?: string;
  /** `id` is the field's; an error of the form as a whole has none, but may have a link. */
  errors: { id?: string; message: string; link?: RefusalLink }[];
  /** The action's answer: with each new one the summary takes the focus again. */
  answer?: unknown;
};

/** All errors of a form, above it. Takes the focus and links to each field, in the same words as beside the field. */
export function ErrorSummary({ title, errors, answer }: Props) {
  const { t } = useTranslation("common");
  const box = useRef<HTMLDivElement>(null);
  const isIdle = useNavigation().state === "idle";
  const hasErrors = errors.length > 0;
  useEffect(() => {
    if (isIdle && hasErrors) box.current?.focus();
  }, [answer, isIdle, hasErrors]);

  if (!hasErrors) return null;
  return (
    <div ref={box} className="error-summary" role="group" aria-labelledby="error-summary" tabIndex={-1}>
      <h2 id="error-summary">{title ?? t("ui.errorSummary")}</h2>
      <ul>
        {errors.map(({ id, message, link }) => (
          <li key={`${id} ${message}`}>
            {id ? (
              <a href={`#${id}`} onClick={focusElement(id)}>
                {message}
              </a>
            ) : (
              message
            )}
            {link ? (
              <>
                {" "}
                <Link to={link.to}>{link.label}</Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
