import { formatDateTime, formatNumber } from "~/core/i18n/format";
import { key } from "~/core/i18n/translation-key";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { type LastReply, useRefusals } from "~/core/use-server-form";
import { messagePath } from "~/features/messages/rules";
import { Card } from "~/ui/card";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Seats } from "~/ui/seats";

import { closesAt, isOpen, seatsLeft, boxStateOf } from "../rules";
import { EventLinks } from "./event-links";
import { CancelledState, ClosedState, DraftState, OpenState, PastState, RegisteredState, RunningState, WaitingState, type BoxProps } from "./registration-box-states";

type Props = BoxProps & {
  /** The action's refusal. */
  answer: LastReply;
  /** What was just done, from `?notice=`; shown only if the member's data confirm it. */
  notice: string | null;
  url: string;
};

/** The box for registering for an event, in each of its states. */
export function RegistrationBox({ answer, notice, url, ...props }: Props) {
  const { t } = useTranslation("events");
  const { event, mine, now } = props;
  const state = boxStateOf(event, mine, now);
  const writeLink = { to: localePath(useLocale(), messagePath(event.chapter.slug, event.slug)), label: t("page.write") };
  const errors = useRefusals(answer, { [key("events", "refusal.too-late")]: writeLink });
  const isDone = (notice === "registered" && mine?.state === "registered") || (notice === "waiting" && mine?.state === "waiting");
  return (
    <Card as="section" labelledBy="registration" className="register-box stack">
      <div className="row box-head">
        <h2 id="registration">{t("box.title")}</h2>
        <span className="price">{t("box.free")}</span>
      </div>
      <ErrorSummary title={t("box.refused")} errors={errors} answer={answer} />
      {isDone ? (
        <Notice tone="success" role="status">
          {mine?.state === "registered" ? t("notice.registered") : t("notice.waiting", { position: String(mine?.placeInLine ?? 1) })}
        </Notice>
      ) : null}
      {notice === "given-back" && !mine ? (
        <Notice tone="success" role="status">
          {t("notice.registrationCancelled")}
        </Notice>
      ) : null}
      {state === "open" || state === "full" || state === "registered" || state === "waiting" ? <BoxSeats event={event} now={now} /> : null}
      <State state={state} {...props} />
      <EventLinks event={event} url={url} isAhead={state !== "cancelled" && state !== "past"} />
    </Card>
  );
}

function State({ state, ...props }: BoxProps & { state: ReturnType<typeof boxStateOf> }) {
  switch (state) {
    case "draft":
      return <DraftState />;
    case "cancelled":
      return <CancelledState {...props} />;
    case "past":
      return <PastState {...props} />;
    case "registered":
      return <RegisteredState {...props} />;
    case "waiting":
      return <WaitingState {...props} />;
    case "running":
      return <RunningState {...props} />;
    case "closed":
      return <ClosedState {...props} />;
    default:
      return <OpenState {...props} isFull={state === "full"} />;
  }
}

/** How many places are left, how many are taken or wait, and until when one can register. */
function BoxSeats({ event, now }: Pick<BoxProps, "event" | "now">) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const left = seatsLeft(event);
  const words = () => {
    if (left === null) return t("box.unlimited");
    return left === 0 ? t("seats.full") : common("plural.place", { count: left });
  };
  const count = () => {
    if (left === 0 && event.waiting > 0) return t("seats.inLine", { count: event.waiting });
    if (event.capacity === null) return undefined;
    return `${formatNumber(event.taken, locale)} / ${formatNumber(event.capacity, locale)}`;
  };
  return (
    <>
      <Seats words={words()} count={count()} taken={event.capacity === null ? undefined : event.taken / event.capacity} />
      {event.registrationClosesAt !== null && isOpen(event, now) ? (
        <p className="small soft">{t("box.closesAt", { date: formatDateTime(closesAt(event), locale, "weekdayDayMonth", event.closesClock ?? event.clock) })}</p>
      ) : null}
    </>
  );
}
