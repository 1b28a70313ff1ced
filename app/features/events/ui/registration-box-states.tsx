import Check from "lucide-react/icons/check";

import { formatDateTime } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import type { ViewerKind } from "~/core/who.server";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button-link";
import { MoreLink } from "~/ui/more-link";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";
import { SuspendedNote } from "~/ui/suspended-note";

import type { EventAccess, EventPage } from "../queries.server";
import { canCancelRegistration, closesAt, type MyRegistration } from "../rules";
import { AccessDetails } from "./access-details";
import { PastRegistrations } from "./past-registrations";

export type BoxProps = {
  event: EventPage;
  viewer: ViewerKind;
  mine: MyRegistration | null;
  access: EventAccess | null;
  /** When the loader ran, ms. */
  now: number;
};

const usePaths = ({ event }: Pick<BoxProps, "event">) => {
  const locale = useLocale();
  const eventPath = localePath(locale, `/events/${event.slug}`);
  return {
    signIn: `${localePath(locale, "/sign-in")}?${new URLSearchParams({ to: eventPath })}`,
    join: `${localePath(locale, "/join")}?${new URLSearchParams({ chapter: event.chapter.slug })}`,
    comeBack: localePath(locale, "/settings/privacy#leave"),
    goOnJoining: localePath(locale, "/join/study"),
    chapter: localePath(locale, `/chapters/${event.chapter.slug}`),
  };
};

/** The button for a place, or for a place in line, for those who may take one; for others, how they come to it. */
export function OpenState({ isFull, ...props }: BoxProps & { isFull: boolean }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const paths = usePaths(props);
  if (props.viewer === "suspended") return <SuspendedNote />;
  if (props.viewer === "left") {
    return (
      <>
        <p className="small soft">{t("box.hasLeft")}</p>
        <ButtonLink to={paths.comeBack} tone="primary" large block>
          {common("action.comeBack")}
        </ButtonLink>
      </>
    );
  }
  if (props.viewer === "stranger") {
    return (
      <>
        <ButtonLink to={paths.signIn} tone="primary" large block>
          {isFull ? t("box.signInToWait") : t("box.signInToRegister")}
        </ButtonLink>
        <p className="small soft">{t("box.notYetMember")}</p>
        <ButtonLink to={paths.join} block>
          {common("nav.join")}
        </ButtonLink>
      </>
    );
  }
  if (props.viewer === "account") {
    return (
      <>
        <p className="small soft">{t("box.finishJoining")}</p>
        <ButtonLink to={paths.goOnJoining} tone="primary" large block>
          {common("nav.join")}
        </ButtonLink>
      </>
    );
  }
  return (
    <PostForm className="stack" preventScrollReset>
      <SubmitButton name="intent" value="register" large block>
        {isFull ? t("box.joinLine") : t("box.register")}
      </SubmitButton>
      <p className="small soft">{isFull ? t("box.lineText") : t("box.privacy")}</p>
    </PostForm>
  );
}

/** The reader has a place: how to get in, and how to give it back. */
export function RegisteredState(props: BoxProps) {
  const { t } = useTranslation("events");
  return (
    <>
      <p>
        <Badge tone="success" icon={Check}>
          {t("box.registered")}
        </Badge>
      </p>
      <AccessDetails event={props.event} access={props.access} />
      {canCancelRegistration(props.event, props.mine, props.now) ? (
        <>
          <p className="small soft">{t("box.giveBackText")}</p>
          <ButtonLink to="?ask=give-back" block preventScrollReset>
            {t("box.giveBack")}
          </ButtonLink>
        </>
      ) : null}
    </>
  );
}

export function WaitingState({ mine }: BoxProps) {
  const { t } = useTranslation("events");
  return (
    <>
      <p>
        <Badge tone="sun">{t("box.position", { position: String(mine?.placeInLine ?? 1) })}</Badge>
      </p>
      <p className="small soft">{t("box.waitingText")}</p>
      <ButtonLink to="?ask=give-back" block preventScrollReset>
        {t("box.leaveLine")}
      </ButtonLink>
    </>
  );
}

export function ClosedState(props: BoxProps) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const { event } = props;
  return (
    <>
      <p>
        <strong>{t("seats.closed")}</strong>
      </p>
      <p className="small soft">{t("box.closedAt", { date: formatDateTime(closesAt(event), locale, "weekdayDayMonth", event.closesClock ?? event.clock) })}</p>
      <MoreOfChapter {...props} />
    </>
  );
}

export function RunningState(props: BoxProps) {
  const { t } = useTranslation("events");
  return (
    <>
      <p>
        <strong>{t("seats.running")}</strong>
      </p>
      <p className="small soft">{t("box.runningText")}</p>
      <MoreOfChapter {...props} />
    </>
  );
}

export function PastState(props: BoxProps) {
  const { t } = useTranslation("events");
  return (
    <>
      <p>
        <strong>{t("box.past")}</strong>
      </p>
      <PastRegistrations taken={props.event.taken} />
      <MoreOfChapter {...props} />
    </>
  );
}

export function CancelledState(props: BoxProps) {
  const { t } = useTranslation("events");
  return (
    <>
      <p>
        <strong>{t("box.cancelled")}</strong>
      </p>
      <p className="as-written">{t("box.reason", { reason: props.event.cancelReason ?? "" })}</p>
      {props.mine ? <p className="small soft">{t("box.cancelledText")}</p> : null}
      <MoreOfChapter {...props} />
    </>
  );
}

export function DraftState() {
  const { t } = useTranslation("events");
  return <p className="small soft">{t("box.draft")}</p>;
}

function MoreOfChapter(props: BoxProps) {
  const { t } = useTranslation("events");
  return <MoreLink to={usePaths(props).chapter}>{t("box.otherEvents")}</MoreLink>;
}
