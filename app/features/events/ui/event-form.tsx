import { useTranslation } from "~/core/i18n/use-translation";
import { type FormReply, type FormValues, useAnsweredForm } from "~/core/use-answered-form";
import { CheckedForm } from "~/ui/checked-form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { SubmitButton } from "~/ui/submit-button";

import type { FormChoices } from "../queries.server";
import type { EventForm as Fields } from "../schema";
import { AboutFields } from "./about-fields";
import { ChangedMeanwhile } from "./changed-meanwhile";
import { GuestFields } from "./guest-fields";
import { WhenFields } from "./when-fields";
import { WhereFields } from "./where-fields";

type Props = {
  action: string;
  values: FormValues;
  choices: FormChoices;
  state: "new" | "draft" | "published";
  /** How many places are given. */
  taken: number;
  /** What the action says of a form it refused; `version` when the one it was written on is no longer the newest. */
  answer: (FormReply & { version?: number }) | undefined;
};

/** The form of an event, new or known. Everything is sent by plain fields; which of them a format needs, the stylesheet shows. */
export function EventForm({ action, values, choices, state, taken, answer }: Props) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const { id, fields, errorOf, errors } = useAnsweredForm<Fields>(answer, { id: "event", before: values });
  const version = answer?.version ?? fields.version.value;

  return (
    <CheckedForm
      untyped={["id", "version", "kind", "spoken", "isLaterOfTwo", "zone", "format", "city", "isAddressInside", "visibility"]}
      id={id}
      errors={errors}
      answer={answer}
      action={action}
      className="event-form"
    >
      {answer?.version === undefined ? null : <ChangedMeanwhile />}
      <input type="hidden" name={fields.id.name} value={fields.id.value} />
      <input type="hidden" name={fields.version.name} value={version} />
      <AboutFields fields={fields} errorOf={errorOf} />
      <WhenFields fields={fields} errorOf={errorOf} zones={choices.zones} />
      <WhereFields fields={fields} errorOf={errorOf} cities={choices.cities} />
      <GuestFields fields={fields} errorOf={errorOf} taken={taken} />
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
    </CheckedForm>
  );
}
