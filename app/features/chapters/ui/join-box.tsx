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
import { isBorneOut, outcomes, stepsOf, type Mine } from "../rules";
import { BelongingDialog } from "./belonging-dialog";
import { belongingForm } from "./belonging-form";
import { MemberSteps } from "./member-steps";
import { Refusals } from "./refusals";
import { useWaysToWrite } from "./use-ways-to-write";
import { VisitorSteps } from "./visitor-steps";

type Props = {
  chapter: ChapterPage;
  viewer: ViewerKind;
  /** The member's standing with the chapter; null for everybody else. */
  mine: Mine | null;
  /** Whether the reader leads this chapter. */
  leads: boolean;
  /** The action's refusal. */
  answer: LastReply;
  /** What was just done, from `?notice=`; shown only if the member's data confirm it. */
  notice: string | null;
  /** Whether the reader has just ended their own office here. */
  isOfficeEnded: boolean;
  /** The value of `?ask=`: the step to be confirmed. */
  ask: string | null;
};

/** The steps that need a confirmation first. */
const questions = ["move", "guest", "leave"] as const;

/** The box about belonging to a chapter, in each of its states. */
export function JoinBox({ chapter, viewer, mine, leads, answer, notice, isOfficeEnded, ask }: Props) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const steps = mine ? stepsOf(chapter, mine) : [];
  const asked = questions.find((question) => question === ask && steps.includes(question));
  const ways = useWaysToWrite(chapter, asked === "move" ? mine?.home?.slug : undefined);
  const outcome = outcomes.find((name) => name === notice && mine !== null && isBorneOut(name, mine));
  return (
    <Card as="section" labelledBy="belonging" className="register-box join-box stack">
      <h2 id="belonging">{t(mine?.here ? "box.titleHere" : chapter.kind === "interest" ? "box.titleGroup" : "box.title")}</h2>
      {/* A refusal is shown where the form is: in the dialog while that is open. */}
      {asked ? null : <Refusals answer={answer} form={belongingForm} ways={ways} />}
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
        <MemberSteps chapter={chapter} mine={mine} steps={steps} answer={asked ? undefined : answer} />
      ) : (
        <VisitorSteps chapter={chapter} viewer={viewer} />
      )}
      {leads ? (
        <ButtonLink to={localePath(locale, `/lead/${chapter.slug}`)} block>
          <Icon icon={LayoutDashboard} /> {t("page.desk")}
        </ButtonLink>
      ) : null}
      {asked && mine ? <BelongingDialog asked={asked} chapter={chapter} mine={mine} leads={leads} answer={answer} ways={ways} /> : null}
    </Card>
  );
}
