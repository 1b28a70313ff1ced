import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { hasMailbox, listMailbox } from "~/core/mail/mailbox.server";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { toListedLetter, toOpenLetter } from "~/features/account/mailbox.server";
import { Mailbox, MailboxPage } from "~/features/account/ui/mailbox";
import { ButtonLink } from "~/ui/button-link";
import { EmptyState } from "~/ui/empty-state";

export const handle = { i18n: ["account"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  if (!hasMailbox()) throw notFound();
  const locale = localeOf(args);
  const letters = await listMailbox();
  const newest = letters[0];
  return {
    head: head(args, { title: translatorFor(args, "common")("ui.localMailbox"), isPublic: false }),
    letters: letters.map((letter) => toListedLetter(letter, locale)),
    newest: newest ? toOpenLetter(newest, locale) : null,
  };
}

export default function NewestLetterPage() {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { letters, newest } = useLoaderData<typeof loader>();
  if (newest) return <Mailbox letters={letters} letter={newest} isOpened={false} />;
  return (
    <MailboxPage>
      <EmptyState
        title={t("mailbox.emptyTitle")}
        text={t("mailbox.emptyText")}
        actions={
          <ButtonLink to={localePath(locale, "/join")} tone="primary">
            {common("nav.join")}
          </ButtonLink>
        }
      />
    </MailboxPage>
  );
}
