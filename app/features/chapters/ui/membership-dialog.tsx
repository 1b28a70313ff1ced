import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import type { LastReply, RefusalLink } from "~/core/use-server-form";
import { ButtonLink } from "~/ui/button-link";
import { Dialog } from "~/ui/dialog";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";

import type { ChapterPage } from "../queries.server";
import type { ChapterStanding } from "../rules";
import { MembershipForm } from "./membership-form";
import { Refusals } from "./refusals";

type Props = {
  confirming: "move" | "guest" | "leave";
  chapter: ChapterPage;
  mine: ChapterStanding;
  leads: boolean;
  answer: LastReply;
  links: Partial<Record<string, RefusalLink>>;
};

/** Asks for confirmation before a member changes their home, comes as a guest, or leaves. */
export function MembershipDialog({ confirming, chapter, mine, leads, answer, links }: Props) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const closeTo = localePath(locale, `/chapters/${chapter.slug}`);
  const home = localizedText(mine.home?.name, locale);
  const isRequest = chapter.joinMode === "request";
  const isGroup = chapter.kind === "interest";
  const leaveLabel = t(isGroup ? "box.leaveGroup" : "box.leave");
  const words = {
    move: {
      title: t("ask.moveTitle"),
      text: [t("ask.moveText", { chapter: home }), isRequest ? t("ask.moveRequestText") : t("ask.moveMandate")],
      button: isRequest ? t("box.ask") : t("box.move"),
    },
    guest: {
      title: t("ask.guestTitle"),
      text: [t("ask.guestText", { chapter: home })],
      button: isRequest ? t("box.ask") : t("box.asGuest"),
    },
    leave: {
      title: leaveLabel,
      text: [
        t(isGroup ? "ask.leaveGroup" : "ask.leaveChapter"),
        mine.here === "home" ? t("ask.leaveHome") : "",
        leads ? t("ask.leaveMandate") : "",
      ],
      button: leaveLabel,
    },
  }[confirming];
  return (
    <Dialog
      title={words.title}
      closeTo={closeTo}
      actions={
        <>
          <ButtonLink to={closeTo} preventScrollReset>
            {common("action.cancel")}
          </ButtonLink>
          <SubmitButton form={confirming} name="intent" value={confirming === "move" ? "home" : confirming} tone={confirming === "leave" ? "danger" : "primary"}>
            {words.button}
          </SubmitButton>
        </>
      }
    >
      <div className="stack">
        <Refusals answer={answer} form={confirming} links={links} />
        {words.text.filter(Boolean).map((text) => (
          <p key={text}>{text}</p>
        ))}
        {confirming === "leave" ? (
          <PostForm id="leave" action={`${closeTo}?ask=leave`} preventScrollReset />
        ) : (
          <MembershipForm intent={confirming === "move" ? "home" : "guest"} chapter={chapter} mine={mine} answer={answer} confirming={confirming} />
        )}
      </div>
    </Dialog>
  );
}
