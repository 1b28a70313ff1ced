import { Link } from "@remix-run/react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";

import type { LinkType } from "../schema";

/** What a letter's link is for, in words. */
export function useLinkWords() {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const words: Record<LinkType, { title: string; text: string; action: string }> = {
    email: { title: t("confirm.emailTitle"), text: t("confirm.emailText"), action: t("confirm.emailButton") },
    recovery: { title: common("action.resetPassword"), text: t("confirm.recoveryText"), action: common("action.continue") },
    email_change: { title: t("confirm.changeTitle"), text: t("confirm.changeText"), action: common("action.confirmEmail") },
  };
  return words;
}

/** The one button. Opening the page does nothing, since mail programs open links before people do. */
export function FollowLinkForm({ type, sealed, to }: { type: LinkType; sealed: string; to: string }) {
  const { t } = useTranslation("account");
  const { action } = useLinkWords()[type];
  return (
    <PostForm className="stack">
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="token_hash" value={sealed} />
      <input type="hidden" name="to" value={to} />
      <SubmitButton large block>
        {action}
      </SubmitButton>
      <p className="small soft">{t("confirm.byHand")}</p>
    </PostForm>
  );
}

/** For a link that is no longer valid: the error, and how to get a new one. */
export function SpentLink({ type, answer }: { type: LinkType; answer: unknown }) {
  const { t: common } = useTranslation("common");
  return (
    <>
      <ErrorSummary title={common("error.linkExpired")} errors={[{ message: common("error.linkUsed") }]} answer={answer} />
      <NewLink type={type} />
    </>
  );
}

/** A link to the page that sends another letter of that kind. */
export function NewLink({ type }: { type: LinkType | null }) {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const links = {
    email: { to: "/sign-in/code", label: t("confirm.newCode") },
    recovery: { to: "/reset", label: t("confirm.newLink") },
    email_change: { to: "/settings/account", label: t("settings.title") },
  };
  const link = links[type ?? "email"];
  return (
    <>
      <ButtonLink to={localePath(locale, link.to)} tone="primary" large block>
        {link.label}
      </ButtonLink>
      <p>
        <Link to={localePath(locale, "/sign-in")}>{common("action.signIn")}</Link>
      </p>
    </>
  );
}
