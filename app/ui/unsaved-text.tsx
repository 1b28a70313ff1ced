import { useTranslation } from "~/core/i18n/use-translation";
import { type UnsavedForm, typedValues } from "~/core/unsaved-form";

import { Field } from "./field";
import { Textarea } from "./textarea";

/** What somebody typed into a form that they may no longer send, for copying. */
export function UnsavedText({ kept }: { kept: UnsavedForm }) {
  const { t } = useTranslation("common");
  const typed = typedValues(kept).join("\n");
  return (
    <Field label={t("ui.whatYouWrote")}>
      <Textarea readOnly rows={10} defaultValue={typed} />
    </Field>
  );
}
