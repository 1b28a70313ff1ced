import CalendarX from "lucide-react/icons/calendar-x-2";
import Trash from "lucide-react/icons/trash-2";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import type { LastReply } from "~/core/use-server-form";
import { ButtonLink } from "~/ui/button-link";
import { Icon } from "~/ui/icon";

import type { DeskEvent } from "../queries.server";
import { DiscardDialog } from "./discard-dialog";
import { ReasonDialog } from "./reason-dialog";

type Props = {
  chapter: string;
  event: DeskEvent;
  /** The value of `?ask=`: what is to be confirmed. */
  ask: string | null;
  answer: LastReply;
};

/** How to end an event, below its form: a draft is deleted, a published event is cancelled with a reason. */
export function CancelOrDiscard({ chapter, event, ask, answer }: Props) {
  const { t } = useTranslation("events");
  const editPath = localePath(useLocale(), `/lead/${chapter}/events/${event.id}`);
  const isDraft = event.state === "draft";
  return (
    <div className="event-end">
      <ButtonLink to={`?ask=${isDraft ? "discard" : "call-off"}`} tone="quiet" preventScrollReset>
        <Icon icon={isDraft ? Trash : CalendarX} /> {isDraft ? t("desk.discard") : t("desk.callOff")}
      </ButtonLink>
      {isDraft && ask === "discard" ? <DiscardDialog closeTo={editPath} /> : null}
      {!isDraft && ask === "call-off" ? (
        <ReasonDialog
          title={t("desk.callOff")}
          text={t("desk.callOffText")}
          reasonHint={t("desk.reasonHint")}
          action={t("desk.callOff")}
          intent="call-off"
          to={`${editPath}?ask=call-off`}
          closeTo={editPath}
          answer={answer}
        />
      ) : null}
    </div>
  );
}
