import { isRouteErrorResponse, useLocation } from "@remix-run/react";

import { failedDataRequest, useDocumentFacts } from "~/core/document-context";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { OwnFrame } from "~/features/account/ui/own-frame";
import { ButtonLink } from "~/ui/button-link";
import { ErrorPage } from "~/ui/error-page";

const explained = [400, 403, 404, 413, 429, 503] as const;
/** Forms that are none: what browsers send on their own never gets there. */
const badForms = [405, 415, 422];

/** The status a reader is told: refusals have their own words, everything else is a fault of ours. */
export function statusOf(error: unknown): (typeof explained)[number] | 500 {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return badForms.includes(status) ? 400 : (explained.find((known) => known === status) ?? 500);
}

/** What went wrong, in the reader's words, with the way on; never a stack, never SQL. */
export function FailurePage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const { requestId } = useDocumentFacts();
  const status = statusOf(error);
  const isSuspended = isRouteErrorResponse(error) && error.data === "suspended";
  const mayPass = status === 500 || status === 503 || status === 429;
  return (
    <OwnFrame>
      <ErrorPage
        status={status}
        title={t(`page.${status}Title`)}
        text={isSuspended ? t("refusal.suspended") : t(`page.${status}Text`, { reference: failedDataRequest() ?? requestId ?? "—" })}
        actions={
          <>
            {mayPass ? (
              <ButtonLink to={pathname + search} reloadDocument tone="primary">
                {t("action.retry")}
              </ButtonLink>
            ) : null}
            <ButtonLink to={localePath(locale, "/")} tone={mayPass ? undefined : "primary"}>
              {t("ui.home")}
            </ButtonLink>
            <ButtonLink to={localePath(locale, "/chapters")}>{t("nav.chapters")}</ButtonLink>
          </>
        }
      />
    </OwnFrame>
  );
}
