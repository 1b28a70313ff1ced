import { useTranslation } from "~/core/i18n/use-translation";
import type { ServerForm } from "~/core/use-server-form";
import { Choice } from "~/ui/choice";
import { Fieldset } from "~/ui/fieldset";

import { requiredConsents } from "../rules";
import type { ReturnInput } from "../schema";

/** The consents that membership requires, both for those who join and for those who come back. */
export function RequiredConsents({ fields, errorOf }: Pick<ServerForm<ReturnInput>, "fields" | "errorOf">) {
  const { t } = useTranslation("members");
  return (
    <Fieldset legend={t("join.you.needed")}>
      {requiredConsents.map((purpose) => (
        <Choice
          key={purpose}
          type="checkbox"
          id={fields[purpose].id}
          name={fields[purpose].name}
          defaultChecked={fields[purpose].value === "on"}
          label={t(`label.purpose.${purpose}`)}
          error={errorOf(fields[purpose])}
        />
      ))}
    </Fieldset>
  );
}
