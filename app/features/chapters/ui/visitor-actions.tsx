import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import type { ViewerKind } from "~/core/who.server";
import { ButtonLink } from "~/ui/button-link";
import { SuspendedNote } from "~/ui/suspended-note";

import type { ChapterPage } from "../queries.server";
import { isJoinable } from "../rules";
import { HowToJoin } from "./how-to-join";

type Props = { chapter: ChapterPage; viewer: ViewerKind };

/** For those who are not members (yet): how the chapter takes members, and the links to sign in or join, which lead back here. */
export function VisitorActions({ chapter, viewer }: Props) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const chapterPath = localePath(locale, `/chapters/${chapter.slug}`);
  const joinPath = `${localePath(locale, "/join")}?${new URLSearchParams({ chapter: chapter.slug })}`;
  if (viewer === "suspended") return <SuspendedNote />;
  if (!isJoinable(chapter)) return <HowToJoin chapter={chapter} />;
  if (viewer === "account") {
    return (
      <>
        <p className="small soft">{t("box.finishJoining")}</p>
        <ButtonLink to={joinPath} tone="primary" large block>
          {common("nav.join")}
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <HowToJoin chapter={chapter} />
      <ButtonLink to={`${localePath(locale, "/sign-in")}?${new URLSearchParams({ to: chapterPath })}`} tone="primary" large block>
        {chapter.joinMode === "request" ? t("box.signInToAsk") : t("box.signIn")}
      </ButtonLink>
      <p className="small soft">{t("box.notYetMember")}</p>
      <ButtonLink to={joinPath} block>
        {common("nav.join")}
      </ButtonLink>
    </>
  );
}
