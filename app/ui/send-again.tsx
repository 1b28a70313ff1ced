import { Form, useLocation } from "@remix-run/react";

import { useTranslation } from "~/core/i18n/use-translation";
import type { KeptForm } from "~/core/kept-form";

import type { ButtonLook } from "./button-class";
import { SubmitButton } from "./submit-button";

/** The form that could not be taken, with all that was typed in it, and in whose name: one press sends it once more to where it went. */
export function SendAgain({ kept, tone }: { kept: KeptForm } & Pick<ButtonLook, "tone">) {
  const { t } = useTranslation("common");
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action={pathname + search}>
      {kept.map(([name, value], at) => (
        <input key={`${name} ${at}`} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton tone={tone}>{t("action.sendAgain")}</SubmitButton>
    </Form>
  );
}
