import { useTranslation } from "~/core/i18n/use-translation";
import { fullName } from "~/features/members/rules";
import { ButtonLink } from "~/ui/button-link";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";

import type { JoinRequest } from "../desk-queries.server";

type Props = {
  request: JoinRequest;
  /** URL of the list of requests, whose action takes the answers. */
  action: string;
  /** URL at which the reason is asked for. */
  declineTo: string;
  /** The page to return to, when it is not the list. */
  from?: "overview";
};

/** Approves with one click; declining asks for the reason first. */
export function DecisionButtons({ request, action, declineTo, from }: Props) {
  const { t } = useTranslation("chapters");
  const who = <span className="visually-hidden">: {fullName(request)}</span>;
  return (
    <>
      <PostForm untyped={["request", "from"]} action={action} preventScrollReset>
        <input type="hidden" name="intent" value="approve" />
        {from ? <input type="hidden" name="from" value={from} /> : null}
        <SubmitButton tone="tonal" block name="request" value={request.id}>
          {t("desk.request.approve")}
          {who}
        </SubmitButton>
      </PostForm>
      <ButtonLink to={declineTo} preventScrollReset>
        {t("desk.request.decline")}
        {who}
      </ButtonLink>
    </>
  );
}
