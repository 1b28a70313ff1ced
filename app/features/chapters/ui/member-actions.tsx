import Check from "lucide-react/icons/check";
import Hourglass from "lucide-react/icons/hourglass";

import { formatDate } from "~/core/i18n/format";
import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import type { LastReply } from "~/core/use-server-form";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button-link";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";

import type { ChapterPage } from "../queries.server";
import type { ChapterStanding, MembershipAction } from "../rules";
import { HowToJoin } from "./how-to-join";
import { MembershipForm } from "./membership-form";

type Props = { chapter: ChapterPage; mine: ChapterStanding; actions: MembershipAction[]; answer: LastReply };

/** The member's standing with the chapter, and what they may do about it: one primary button at most. */
export function MemberActions({ chapter, mine, actions, answer }: Props) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const has = (action: MembershipAction) => actions.includes(action);
  const isGroup = chapter.kind === "interest";
  const elsewhere = mine.home && mine.home.slug !== chapter.slug ? mine.home : null;
  return (
    <>
      <Standing chapter={chapter} mine={mine} />
      {mine.here || mine.request ? null : <HowToJoin chapter={chapter} />}
      {has("move") && elsewhere ? <p className="small soft">{t("box.homeElsewhere", { chapter: localizedText(elsewhere.name, locale) })}</p> : null}
      {has("join") ? (
        <MembershipForm
          intent="home"
          chapter={chapter}
          mine={mine}
          answer={answer}
          label={mine.here ? t("box.makeHome") : chapter.joinMode === "request" ? t("box.ask") : t("box.join")}
        />
      ) : null}
      {has("move") ? (
        <ButtonLink to="?ask=move" tone="primary" large block preventScrollReset>
          {mine.here ? t("box.makeHome") : t("box.move")}
        </ButtonLink>
      ) : null}
      {has("guest") && isGroup ? (
        <MembershipForm
          intent="guest"
          chapter={chapter}
          mine={mine}
          answer={answer}
          label={chapter.joinMode === "request" ? t("box.ask") : t("box.joinGroup")}
        />
      ) : null}
      {has("guest") && !isGroup ? (
        <ButtonLink to="?ask=guest" block preventScrollReset>
          {t("box.asGuest")}
        </ButtonLink>
      ) : null}
      {has("withdraw") ? (
        <PostForm action={localePath(locale, `/chapters/${chapter.slug}`)} preventScrollReset>
          <SubmitButton name="intent" value="withdraw" tone="secondary" block>
            {t("box.withdraw")}
          </SubmitButton>
        </PostForm>
      ) : null}
      {has("leave") ? (
        <ButtonLink to="?ask=leave" tone="quiet" block preventScrollReset>
          {t(isGroup ? "box.leaveGroup" : "box.leave")}
        </ButtonLink>
      ) : null}
    </>
  );
}

function Standing({ chapter, mine }: Pick<Props, "chapter" | "mine">) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const day = (moment: number) => formatDate(moment, locale, "long", chapter.zone);
  const isGroup = chapter.kind === "interest";
  return (
    <>
      {mine.here ? (
        <div>
          <Badge tone="success" icon={Check}>
            {t(isGroup ? "box.groupMember" : `box.${mine.here}`)}
          </Badge>
          {mine.since === null ? null : <p className="small soft">{t("box.since", { date: day(mine.since) })}</p>}
        </div>
      ) : null}
      {mine.request ? (
        <div>
          <Badge tone="sun" icon={Hourglass}>
            {t("box.waiting")}
          </Badge>
          {isGroup ? null : <p className="small">{t(mine.request.kind === "guest" ? "box.askedAsGuest" : "box.askedToMove")}</p>}
          <p className="small soft">{t("box.asked", { date: day(mine.request.at) })}</p>
        </div>
      ) : null}
      {mine.declined ? (
        <div>
          <Badge tone="warning">{t("box.declined")}</Badge>
          <p className="as-written small">{t("box.declinedReason", { reason: mine.declined.reason })}</p>
          <p className="small soft">{t("box.declinedOn", { date: day(mine.declined.at) })}</p>
        </div>
      ) : null}
    </>
  );
}
