import { useTranslation } from "~/core/i18n/use-translation";
import { FormActions } from "~/ui/form-actions";
import { PostForm } from "~/ui/post-form";
import { SectionHead } from "~/ui/section-head";
import { SubmitButton } from "~/ui/submit-button";

/** Ends every session of the account, this one included. */
export function SignOutEverywhere() {
  const { t } = useTranslation("account");
  return (
    <section aria-labelledby="devices-title">
      <SectionHead id="devices-title" title={t("settings.devicesTitle")} text={t("settings.devicesText")} />
      <PostForm>
        <FormActions>
          <SubmitButton name="intent" value="everywhere" tone="secondary">
            {t("settings.signOutEverywhere")}
          </SubmitButton>
        </FormActions>
      </PostForm>
    </section>
  );
}
