import { isRouteErrorResponse } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { useDocumentFacts } from "~/core/document-context";
import { useLocale } from "~/core/i18n/use-locale";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { ErrorPage } from "~/ui/error-page";

const explained = [403, 404, 413, 429, 503] as const;

/** The status a reader is told: refusals have their own words, everything else is a fault of ours. */
export function statusOf(error: unknown): (typeof explained)[number] | 500 {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return explained.find((known) => known === status) ?? 500;
}

/** What went wrong, in the reader's words, with the way on; never a stack, never SQL. */
export function FailurePage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { requestId } = useDocumentFacts();
  const status = statusOf(error);
  return (
    <main id="main">
      <ErrorPage
        status={status}
        title={t(`page.${status}Title`)}
        text={t(`page.${status}Text`, { reference: requestId ?? "—" })}
        actions={
          <>
            <ButtonLink to={localePath(locale, "/")} tone="primary">
              {t("ui.home")}
            </ButtonLink>
            <ButtonLink to={localePath(locale, "/chapters")}>{t("nav.chapters")}</ButtonLink>
          </>
        }
      />
    </main>
  );
}
