import { useLocation } from "@remix-run/react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { ErrorPage } from "~/ui/error-page";

/** The 404 page where there is no such event, or one that the reader may not see: the two look the same. */
export function NoSuchEvent() {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { pathname } = useLocation();
  return (
    <ErrorPage
      status={404}
      title={t("page.notFound")}
      text={t("page.notFoundText")}
      actions={
        <>
          <ButtonLink to={localePath(locale, "/events")} tone="primary">
            {t("list.title")}
          </ButtonLink>
          <ButtonLink to={`${localePath(locale, "/sign-in")}?${new URLSearchParams({ to: pathname })}`}>{common("action.signIn")}</ButtonLink>
        </>
      }
    />
  );
}
