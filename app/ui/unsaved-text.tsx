import { useTranslation } from "~/core/i18n/use-translation";
import { type KeptForm, typedIn } from "~/core/kept-form";

import { Field } from "./field";
import { Textarea } from "./textarea";

/** What somebody typed into a form that they may no longer send, for copying. */
export function UnsavedText({ kept }: { kept: KeptForm }) {
  const { t } = useTranslation("common");
  const typed = typedIn(kept).join("\n");
  return (
    <Field label={t("ui.whatYouWrote")}>
      <Textarea readOnly rows={10} defaultValue={typed} />
    </Field>
  );
}
