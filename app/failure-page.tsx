import { isRouteErrorResponse, useLocation } from "@remix-run/react";
import { useEffect } from "react";

import { failedDataRequestId, useDocumentContext } from "~/core/document-context";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { submittedForm } from "~/core/submitted-form";
import type { UnsavedForm } from "~/core/unsaved-form";
import { ViewerFrame } from "~/features/account/ui/viewer-frame";
import { ButtonLink } from "~/ui/button-link";
import { ErrorPage } from "~/ui/error-page";
import { ResendForm } from "~/ui/resend-form";
import { UnsavedText } from "~/ui/unsaved-text";

const explained = [400, 401, 403, 404, 409, 413, 429, 503] as const;
/** Statuses of malformed forms, shown as 400: browsers never send any by themselves. */
const badForms = [405, 415, 422];

/** Refusals whose text asks the reader to write to us; for a suspended member that is the only way on. */
const saysToWrite: number[] = [400, 403];

/** The status shown to the reader: refusals have texts of their own, everything else is a fault of ours (500). */
export function statusOf(error: unknown): (typeof explained)[number] | 500 {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return badForms.includes(status) ? 400 : (explained.find((known) => known === status) ?? 500);
}

/** The form of somebody who may no longer send it, as the guard gives it back (only `leader` does). */
const givenBack = (error: unknown): UnsavedForm | null =>
  isRouteErrorResponse(error) && error.status === 404 && error.data instanceof Object && "kept" in error.data ? (error.data as { kept: UnsavedForm }).kept : null;

/** Which text names the failure: that of the status, or `noOffice` if a form is given back. */
export const wordsFor = (error: unknown) => (givenBack(error) ? "noOffice" : statusOf(error));

/** Whether the form's writer is not signed in: nobody is (401, thrown only by `account`), or somebody else is (409, only by `readForm`), both with the form. */
const needsItsWriter = (status: number) => status === 401 || status === 409;

/** What was typed into the form that failed: carried by the error, or remembered by the browser that sent it. */
const keptIn = (error: unknown): UnsavedForm | null =>
  isRouteErrorResponse(error) && needsItsWriter(error.status) ? (error.data as { kept: UnsavedForm | null }).kept : submittedForm();

/** Whether the browser has no connection. */
const isOffline = (error: unknown): boolean => error instanceof TypeError && typeof navigator !== "undefined" && !navigator.onLine;

/** What went wrong, in the reader's words, with the way on and what they typed; never a stack, never SQL. */
export function FailurePage({ error }: { error: unknown }) {
  const { t } = useTranslation("common");
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const { requestId } = useDocumentContext();
  const status = statusOf(error);
  const isSuspended = isRouteErrorResponse(error) && error.data === "suspended";
  const mayPass = status === 500 || status === 503 || status === 429;
  const mustSignIn = needsItsWriter(status);
  const kept = mayPass || mustSignIn ? keptIn(error) : null;
  const cause = kept && isOffline(error) ? "offline" : wordsFor(error);
  const written = givenBack(error);
  const write = (
    <ButtonLink to={localePath(locale, "/write")} tone={isSuspended ? "primary" : undefined}>
      {t("action.contactUs")}
    </ButtonLink>
  );
  // The page with the form was scrolled down to the button that sent it.
  useEffect(() => {
    if (submittedForm()) scrollTo(0, 0);
  }, []);
  return (
    <ViewerFrame>
      <ErrorPage
        status={cause === "offline" ? null : status}
        title={t(`page.${cause}Title`)}
        written={written ? <UnsavedText kept={written} /> : null}
        text={isSuspended ? t("refusal.suspended") : t(`page.${cause}Text`, { reference: failedDataRequestId() ?? requestId ?? "—" })}
        actions={
          <>
            {mustSignIn ? (
              <ButtonLink to={localePath(locale, "/sign-in")} target="_blank" tone="primary">
                {t("action.signIn")}
              </ButtonLink>
            ) : null}
            {kept ? <ResendForm kept={kept} tone={mayPass ? "primary" : "tonal"} /> : null}
            {(mayPass || mustSignIn) && !kept ? (
              <ButtonLink to={pathname + search} reloadDocument tone="primary">
                {t("action.retry")}
              </ButtonLink>
            ) : null}
            {isSuspended ? write : null}
            <ButtonLink to={localePath(locale, "/")} tone={mayPass || mustSignIn || isSuspended ? undefined : "primary"}>
              {t("ui.home")}
            </ButtonLink>
            <ButtonLink to={localePath(locale, "/chapters")}>{t("nav.chapters")}</ButtonLink>
            {saysToWrite.includes(status) && !isSuspended ? write : null}
          </>
        }
      />
    </ViewerFrame>
  );
}
