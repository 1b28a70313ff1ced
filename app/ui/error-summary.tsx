import { Link, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";

import { useTranslation } from "~/core/i18n/use-translation";
import type { Way } from "~/core/use-answered-form";

import { leadTo } from "./lead-to";

type Props = {
  title?: string;
  /** `id` is the field's; an error of the whole form has none, but may have a way out. */
  errors: { id?: string; message: string; way?: Way }[];
  /** The action's answer: each new one takes the focus again. */
  answer?: unknown;
};

/** All errors of a form on top of it. It takes the focus and leads to each field, in the words that stand beside the field. */
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
        {errors.map(({ id, message, way }) => (
          <li key={`${id} ${message}`}>
            {id ? (
              <a href={`#${id}`} onClick={leadTo(id)}>
                {message}
              </a>
            ) : (
              message
            )}
            {way ? (
              <>
                {" "}
                <Link to={way.to}>{way.label}</Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
