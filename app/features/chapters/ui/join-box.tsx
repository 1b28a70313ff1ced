import LayoutDashboard from "lucide-react/icons/layout-dashboard";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import type { ViewerKind } from "~/core/who.server";
import type { LastReply } from "~/core/use-server-form";
import { ButtonLink } from "~/ui/button-link";
import { Card } from "~/ui/card";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";

import type { ChapterPage } from "../queries.server";
import { isConfirmed, outcomes, membershipActions, type ChapterStanding } from "../rules";
import { MembershipDialog } from "./membership-dialog";
import { membershipFormId } from "./membership-form";
import { MemberActions } from "./member-actions";
import { Refusals } from "./refusals";
import { useRefusalLinks } from "./use-refusal-links";
import { VisitorActions } from "./visitor-actions";

type Props = {
  chapter: ChapterPage;
  viewer: ViewerKind;
  /** The member's standing with the chapter; null for everybody else. */
  mine: ChapterStanding | null;
  /** Whether the reader leads this chapter. */
  leads: boolean;
  /** The action's refusal. */
  answer: LastReply;
  /** What was just done, from `?notice=`; shown only if the member's data confirm it. */
  notice: string | null;
  /** Whether the reader has just ended their own office here. */
  isOfficeEnded: boolean;
  /** The value of `?ask=`: the action to be confirmed. */
  ask: string | null;
};

/** The actions that need a confirmation first. */
const questions = ["move", "guest", "leave"] as const;

/** The box about belonging to a chapter, in each of its states. */
export function JoinBox({ chapter, viewer, mine, leads, answer, notice, isOfficeEnded, ask }: Props) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const actions = mine ? membershipActions(chapter, mine) : [];
  const confirming = questions.find((question) => question === ask && actions.includes(question));
  const links = useRefusalLinks(chapter, confirming === "move" ? mine?.home?.slug : undefined);
  const outcome = outcomes.find((name) => name === notice && mine !== null && isConfirmed(name, mine));
  return (
    <Card as="section" labelledBy="belonging" className="register-box join-box stack">
      <h2 id="belonging">{t(mine?.here ? "box.titleHere" : chapter.kind === "interest" ? "box.titleGroup" : "box.title")}</h2>
      {/* A refusal is shown where the form is: in the dialog while that is open. */}
      {confirming ? null : <Refusals answer={answer} form={membershipFormId} links={links} />}
      {outcome && !answer ? (
        <Notice tone="success" role="status">
          {chapter.kind === "interest" && (outcome === "joined" || outcome === "left") ? t(`notice.${outcome}Group`) : t(`notice.${outcome}`)}
        </Notice>
      ) : null}
      {isOfficeEnded ? (
        <Notice tone="success" role="status">
          {t("office.notice.ownEnded")}
        </Notice>
      ) : null}
      {viewer === "member" && mine ? (
        <MemberActions chapter={chapter} mine={mine} actions={actions} answer={confirming ? undefined : answer} />
      ) : (
        <VisitorActions chapter={chapter} viewer={viewer} />
      )}
      {leads ? (
        <ButtonLink to={localePath(locale, `/lead/${chapter.slug}`)} block>
          <Icon icon={LayoutDashboard} /> {t("page.desk")}
        </ButtonLink>
      ) : null}
      {confirming && mine ? <MembershipDialog confirming={confirming} chapter={chapter} mine={mine} leads={leads} answer={answer} links={links} /> : null}
    </Card>
  );
}
