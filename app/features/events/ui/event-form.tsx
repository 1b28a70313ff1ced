import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { type FormReply, type FormValues, useServerForm } from "~/core/use-server-form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { SubmitButton } from "~/ui/submit-button";
import { ValidatedForm } from "~/ui/validated-form";

import type { EventFormOptions, EventToEdit } from "../queries.server";
import type { EventInput } from "../schema";
import { AboutFields } from "./about-fields";
import { CapacityFields } from "./capacity-fields";
import { EditConflict } from "./edit-conflict";
import { WhenFields } from "./when-fields";
import { WhereFields } from "./where-fields";

type Props = {
  /** Slug of the chapter whose desk it is. */
  chapter: string;
  action: string;
  values: FormValues;
  options: EventFormOptions;
  state: "new" | "draft" | "published";
  /** How many places are taken. */
  taken: number;
  /** The action's reply to a refused form; `newer`: the event as it is now, if somebody else saved it while this form was being filled in. */
  answer: (FormReply & { newer?: Pick<EventToEdit, "id" | "version" | "state"> }) | undefined;
};

/** The form of a new or existing event. All fields are always submitted; the stylesheet hides those that the chosen format does not need. */
export function EventForm({ chapter, action, values, options, state: before, taken, answer }: Props) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useServerForm<EventInput>(answer, { id: "event", defaultValues: values });
  const newer = answer?.newer;
  const pathOfNewer = localePath(useLocale(), `/lead/${chapter}/events/${newer?.id}`);
  const state = newer?.state ?? before;

  return (
    <ValidatedForm
      untyped={["id", "version", "kind", "spoken", "isLaterOfTwo", "zone", "format", "city", "isAddressInside", "visibility"]}
      id={id}
      errors={errors}
      answer={answer}
      action={newer ? pathOfNewer : action}
      className="event-form"
    >
      {newer ? <EditConflict path={pathOfNewer} /> : null}
      <input type="hidden" name={fields.id.name} value={fields.id.value} />
      <input type="hidden" name={fields.version.name} value={newer?.version ?? fields.version.value} />
      <AboutFields fields={fields} errorOf={errorOf} />
      <WhenFields fields={fields} errorOf={errorOf} zones={options.zones} />
      <WhereFields fields={fields} errorOf={errorOf} cities={options.cities} />
      <CapacityFields fields={fields} errorOf={errorOf} taken={taken} />
      {state === "published" ? <Notice>{t("desk.changeTold")}</Notice> : null}
      <FormActions>
        <SubmitButton name="intent" value="save" large tone={state === "draft" ? "secondary" : "primary"}>
          {state === "published" ? common("action.save") : t("desk.saveDraft")}
        </SubmitButton>
        {state === "draft" ? (
          <SubmitButton name="intent" value="publish" large>
            {t("desk.publish")}
          </SubmitButton>
        ) : null}
      </FormActions>
    </ValidatedForm>
  );
}
