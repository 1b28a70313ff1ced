import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { FormActions } from "~/ui/form-actions";

/** For readers who are not signed in or have no account: links to sign in or join, and the e-mail address that anybody may write to. */
export function WithoutAccount({ email }: { email: string }) {
  const { t } = useTranslation("messages");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const write = localePath(locale, "/write");
  return (
    <>
      <p>{t("page.signInFirst")}</p>
      <FormActions>
        <ButtonLink to={`${localePath(locale, "/sign-in")}?${new URLSearchParams({ to: write })}`} tone="primary">
          {common("action.signIn")}
        </ButtonLink>
        <ButtonLink to={localePath(locale, "/join")}>{common("nav.join")}</ButtonLink>
      </FormActions>
      <p>
        {t("page.orByMail")} <a href={`mailto:${email}`} className="break-anywhere">{email}</a>
      </p>
    </>
  );
}
