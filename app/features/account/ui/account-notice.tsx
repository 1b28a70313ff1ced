import { useSearchParams } from "@remix-run/react";

import { useTranslation } from "~/core/i18n/use-translation";
import { Notice } from "~/ui/notice";

/** Messages by the name that the address carries: a page that is reloaded shows its message again, and does nothing twice. */
const messages = {
  "signed-out": "notice.signedOut",
  "signed-out-everywhere": "notice.signedOutEverywhere",
  "account-erased": "notice.accountErased",
  "password-changed": "notice.passwordChanged",
  "email-asked": "settings.emailAsked",
  "email-changed": "settings.emailChanged",
  "half-confirmed": "confirm.half",
  "ask-again": "reset.askAgain",
  "choose-password": "reset.choose",
  "check-mail": "notice.checkMail",
} as const;
type NoticeName = keyof typeof messages;

const isNotice = (name: string | null): name is NoticeName => name !== null && Object.hasOwn(messages, name);
/** Those that report that something was done. */
const reports: readonly NoticeName[] = ["signed-out-everywhere", "password-changed", "email-changed", "account-erased"];

/** The notice that the address names, if any; one of `reports` is only shown if it was `done`. */
export function AccountNotice({ done }: { done?: string | null }) {
  const { t } = useTranslation("account");
  const [search] = useSearchParams();
  const name = search.get("notice");
  if (!isNotice(name) || (reports.includes(name) && name !== done)) return null;
  return (
    <Notice tone={reports.includes(name) ? "success" : "info"} role="status">
      {t(messages[name])}
    </Notice>
  );
}
