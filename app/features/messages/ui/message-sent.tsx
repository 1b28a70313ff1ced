import { useTranslation } from "~/core/i18n/use-translation";
import { ButtonLink } from "~/ui/button-link";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";

type Props = {
  email: string;
  /** URL of an empty form. */
  anew: string;
  back: { to: string; label: string };
};

/** Replaces the form once the message is on its way. */
export function MessageSent({ email, anew, back }: Props) {
  const { t } = useTranslation("messages");
  return (
    <>
      <Notice tone="success" role="status">
        {t("notice.sent")} <span className="break-anywhere">{t("notice.answer", { email })}</span>
      </Notice>
      <FormActions>
        <ButtonLink to={back.to} tone="primary">
          {back.label}
        </ButtonLink>
        <ButtonLink to={anew}>{t("notice.another")}</ButtonLink>
      </FormActions>
    </>
  );
}
