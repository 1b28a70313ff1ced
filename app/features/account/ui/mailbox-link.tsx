import { Link } from "@remix-run/react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";

/** A link to the local mailbox if letters stay on this machine; nothing if they are really sent. */
export function MailboxLink({ hasMailbox }: { hasMailbox: boolean }) {
  const { t } = useTranslation("account");
  const locale = useLocale();
  if (!hasMailbox) return null;
  return (
    <p>
      <Link to={localePath(locale, "/mailbox")}>{t("mailbox.open")}</Link>
    </p>
  );
}
