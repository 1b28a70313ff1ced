import { useTranslation } from "~/core/i18n/use-translation";
import { ButtonLink } from "~/ui/button-link";
import { Dialog } from "~/ui/dialog";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";

/** Asks for confirmation before a draft is deleted. */
export function DiscardDialog({ closeTo }: { closeTo: string }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  return (
    <Dialog
      title={t("desk.discard")}
      closeTo={closeTo}
      actions={
        <>
          <ButtonLink to={closeTo} preventScrollReset>
            {common("action.keep")}
          </ButtonLink>
          <PostForm action={closeTo} preventScrollReset>
            <SubmitButton name="intent" value="discard" tone="danger">
              {common("action.delete")}
            </SubmitButton>
          </PostForm>
        </>
      }
    >
      <p>{common("ask.delete")}</p>
    </Dialog>
  );
}
