import { useLocale } from "~/core/i18n/use-locale";
import { formatList } from "~/core/i18n/format";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { Dialog } from "~/ui/dialog";
import { Notice } from "~/ui/notice";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";

/** Asks before somebody leaves the association, and says what ends and what stays. `leads`: names of the chapters they hold an office in. */
export function LeaveDialog({ leads }: { leads: string[] }) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const closeTo = localePath(locale, "/settings/privacy");
  return (
    <Dialog
      title={t("myData.leaveAsk")}
      closeTo={closeTo}
      actions={
        <>
          <ButtonLink to={closeTo} preventScrollReset>
            {common("action.keep")}
          </ButtonLink>
          <PostForm action={closeTo}>
            <SubmitButton name="intent" value="leave" tone="danger">
              {t("myData.leave")}
            </SubmitButton>
          </PostForm>
        </>
      }
    >
      {leads.length > 0 ? <Notice tone="danger">{t("myData.leaveOffices", { chapters: formatList(leads, locale) })}</Notice> : null}
      <ul className="bulleted">
        <li>{t("myData.leaveChapters")}</li>
        <li>{t("myData.leaveEvents")}</li>
        <li>{t("myData.leaveConsents")}</li>
        <li>{t("myData.leaveHistory")}</li>
      </ul>
    </Dialog>
  );
}
