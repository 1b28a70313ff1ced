import { Link } from "@remix-run/react";

import { formatDate } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { type LastReply, useRefusals } from "~/core/use-server-form";
import { ButtonLink } from "~/ui/button-link";
import { Dialog } from "~/ui/dialog";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";

import type { Mandate } from "../desk-queries.server";
import { mandateEndKind } from "../desk-rules";
import { lastDayOf } from "../rules";

type Props = { slug: string; mandate: Mandate; team: { zone: string; rows: Mandate[] }; now: number; answer: LastReply };

/** Asks for confirmation before an office ends, and says what follows: above all when the chapter is left without a president. */
export function EndMandateDialog({ slug, mandate, team, now, answer }: Props) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const closeTo = localePath(locale, `/lead/${slug}/team`);
  const kind = mandateEndKind(mandate, now);
  const errors = useRefusals(answer);
  const isPresident = mandate.role === "president";
  const ownPresidency = team.rows.find(({ role, from, isMine }) => role === "president" && isMine && from <= now);
  return (
    <Dialog
      title={t(`office.end.${kind}.title`)}
      closeTo={closeTo}
      actions={
        <>
          <ButtonLink to={closeTo} preventScrollReset>
            {common("action.keep")}
          </ButtonLink>
          <SubmitButton form="end" name="intent" value="end" tone="danger">
            {t(`office.end.${kind}.action`)}
          </SubmitButton>
        </>
      }
    >
      <div className="stack">
        <ErrorSummary title={t("desk.mandate.refused")} errors={errors} answer={answer} />
        <p>
          {[mandate.isMine ? null : mandate.name, t(`label.role.${mandate.role}`)].filter(Boolean).join(" · ")}
        </p>
        {kind === "own" && isPresident && mandate.from <= now ? (
          <Notice tone="danger">
            {t("office.end.noPresident")} <Link to={`${closeTo}/new`}>{t("office.end.appointFirst")}</Link>
          </Notice>
        ) : null}
        <p>{t(`office.end.${kind}.text`)}</p>
        {kind === "coming" && isPresident && ownPresidency ? (
          <p>{t("office.end.ownTermStays", { date: formatDate(lastDayOf(ownPresidency.to), locale, "numeric", team.zone) })}</p>
        ) : null}
        <PostForm untyped={["mandate"]} id="end" action={`${closeTo}?end=${mandate.id}`} preventScrollReset>
          <input type="hidden" name="mandate" value={mandate.id} />
        </PostForm>
      </div>
    </Dialog>
  );
}
