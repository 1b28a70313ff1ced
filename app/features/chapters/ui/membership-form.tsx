import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { type LastReply, useServerForm } from "~/core/use-server-form";
import { Field } from "~/ui/field";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";
import { Textarea } from "~/ui/textarea";

import type { ChapterPage } from "../queries.server";
import type { MembershipKind, ChapterStanding } from "../rules";
import type { MembershipInput } from "../schema";

type Props = {
  intent: MembershipKind;
  chapter: ChapterPage;
  mine: ChapterStanding;
  answer: LastReply;
  /** The button's label; without it the button is elsewhere, and refers to this form by its id. */
  label?: string;
  /** The form's id, and the value of `?ask=` that it answers. */
  confirming?: "move" | "guest";
};

/** The id of the form that is in the box itself, not in a dialog. */
export const membershipFormId = "belonging-form";

/** Joins at once, or asks with a message that may stay empty. */
export function MembershipForm({ intent, chapter, mine, answer, label, confirming }: Props) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const { id, fields, errorOf } = useServerForm<MembershipInput>(answer, { id: confirming ?? membershipFormId });
  const chapterPath = localePath(locale, `/chapters/${chapter.slug}`);
  return (
    <PostForm untyped={["home"]} id={id} action={confirming ? `${chapterPath}?ask=${confirming}` : chapterPath} className="stack" preventScrollReset noValidate>
      {/* The home that the reader sees on the page: if it has changed since, nobody is transferred. */}
      <input type="hidden" name="home" value={mine.home?.slug ?? ""} />
      {chapter.joinMode === "request" ? (
        <Field label={t("box.message")} hint={t("box.messageHint")} id={fields.message.id} error={errorOf(fields.message)} optional>
          <Textarea name="message" rows={3} defaultValue={fields.message.value} />
        </Field>
      ) : null}
      {label ? (
        <SubmitButton name="intent" value={intent} large block>
          {label}
        </SubmitButton>
      ) : null}
    </PostForm>
  );
}
