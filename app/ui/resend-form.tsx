import { Form, useLocation } from "@remix-run/react";

import { useTranslation } from "~/core/i18n/use-translation";
import type { UnsavedForm } from "~/core/unsaved-form";

import type { ButtonLook } from "./button-class";
import { SubmitButton } from "./submit-button";

/** A button that sends a failed form again, to the same address, with all that was typed and in the same person's name. */
export function ResendForm({ kept, tone }: { kept: UnsavedForm } & Pick<ButtonLook, "tone">) {
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
