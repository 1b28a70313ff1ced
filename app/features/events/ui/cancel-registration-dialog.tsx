import { useTranslation } from "~/core/i18n/use-translation";
import { ButtonLink } from "~/ui/button-link";
import { Dialog } from "~/ui/dialog";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";

import type { MyRegistration } from "../rules";

/** Asks for confirmation before a place, or a place in line, is given back. */
export function CancelRegistrationDialog({ mine, closeTo }: { mine: MyRegistration; closeTo: string }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const isWaiting = mine.state === "waiting";
  return (
    <Dialog
      title={isWaiting ? t("box.leaveLine") : t("box.giveBack")}
      closeTo={closeTo}
      actions={
        <>
          <ButtonLink to={closeTo} preventScrollReset>
            {common("action.keep")}
          </ButtonLink>
          <PostForm action={closeTo} preventScrollReset>
            <SubmitButton name="intent" value="give-back" tone="danger">
              {isWaiting ? t("box.leaveLine") : t("box.giveBack")}
            </SubmitButton>
          </PostForm>
        </>
      }
    >
      <p>{isWaiting ? t("ask.leaveLine") : t("ask.cancelRegistration")}</p>
    </Dialog>
  );
}
