import { Link } from "@remix-run/react";
import Hourglass from "lucide-react/icons/hourglass";

import { localize, langAttribute, localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { type LastReply, useRefusals } from "~/core/use-server-form";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button-link";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { PostForm } from "~/ui/post-form";
import { SubmitButton } from "~/ui/submit-button";

import type { ChapterStanding, SuggestedChapter } from "../rules";
import { useRefusalLinks } from "./use-refusal-links";

type Props = {
  /** The best match first. */
  chapters: SuggestedChapter[];
  /** Slug of the chapter from whose page the reader came, if any. */
  chosen: string | null;
  /** Ids of the chapters where a request is pending. */
  requestedIds: string[];
  home: ChapterStanding["home"];
  answer: LastReply;
};

/** The chapters that match where the member studies: the best one with a big button, the others below, and links past them. */
export function SuggestedChapters({ chapters, chosen, requestedIds, home, answer }: Props) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const [best, ...others] = chapters;
  const refusedSlug = String(answer?.initialValue?.chapter ?? "");
  const errors = useRefusals(answer, useRefusalLinks({ slug: refusedSlug, above: [] }, home?.slug));
  const links = (
    <>
      <ButtonLink to={localePath(locale, "/chapters")}>{t("suggested.another")}</ButtonLink>
      <ButtonLink to={localePath(locale, "/me")} tone="quiet">
        {t("suggested.later")}
      </ButtonLink>
    </>
  );
  return (
    <>
      <ErrorSummary title={t("box.refused")} errors={errors} answer={answer} />
      {home ? <Notice>{t("suggested.home", { chapter: localizedText(home.name, locale) })}</Notice> : null}
      {best ? (
        <>
          <Best chapter={best} isChosen={best.slug === chosen} isRequested={requestedIds.includes(best.id)} hasHome={home !== null} />
          {others.length > 0 ? (
            <section aria-labelledby="suggested-others">
              <h2 id="suggested-others">{t("suggested.others")}</h2>
              <ul role="list" className="suggested-list">
                {others.map((chapter) => (
                  <Other key={chapter.id} chapter={chapter} isRequested={requestedIds.includes(chapter.id)} hasHome={home !== null} />
                ))}
              </ul>
            </section>
          ) : null}
          <div className="row">{links}</div>
        </>
      ) : (
        <EmptyState title={t("suggested.none")} text={t("suggested.noneText")} actions={links} />
      )}
    </>
  );
}

type SuggestionProps = { chapter: SuggestedChapter; isRequested: boolean; hasHome: boolean };

function Best({ chapter, isChosen, isRequested, hasHome }: SuggestionProps & { isChosen: boolean }) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const name = localize(chapter.name, locale);
  const summary = localize(chapter.summary, locale);
  const facts = [t(`label.kind.${chapter.kind}`), chapter.members === null ? "" : common("plural.member", { count: chapter.members })].filter(Boolean);
  return (
    <Card as="section" labelledBy="suggested-best" className="register-box stack">
      <p className="small soft">{isChosen ? t("suggested.chosen") : t("suggested.best")}</p>
      <h2 id="suggested-best" lang={langAttribute(name)}>
        {name?.text}
      </h2>
      {summary ? <p lang={langAttribute(summary)}>{summary.text}</p> : null}
      <p className="small soft">{facts.join(" · ")}</p>
      <JoinButton chapter={chapter} isRequested={isRequested} hasHome={hasHome} isBig />
      <p>
        <Link to={localePath(locale, `/chapters/${chapter.slug}`)}>{t("suggested.see")}</Link>
      </p>
    </Card>
  );
}

function Other({ chapter, isRequested, hasHome }: SuggestionProps) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const name = localize(chapter.name, locale);
  return (
    <li>
      <div>
        <p className="person-name">
          <Link to={localePath(locale, `/chapters/${chapter.slug}`)} lang={langAttribute(name)}>
            {name?.text}
          </Link>
        </p>
        <p className="person-meta">{t(`label.kind.${chapter.kind}`)}</p>
      </div>
      <JoinButton chapter={chapter} isRequested={isRequested} hasHome={hasHome} />
    </li>
  );
}

/** Joins or asks at once; somebody whose home would change is sent to the chapter's page, which asks for confirmation. */
function JoinButton({ chapter, isRequested, hasHome, isBig = false }: SuggestionProps & { isBig?: boolean }) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  if (isRequested) {
    return (
      <p>
        <Badge tone={isBig ? "sun" : "plain"} icon={Hourglass}>
          {t("box.waiting")}
        </Badge>
      </p>
    );
  }
  const buttonProps = { tone: isBig ? "primary" : "tonal", large: isBig, block: isBig } as const;
  const name = localizedText(chapter.name, locale);
  const words = (label: string) => (isBig ? label : <LabelWithName name={name}>{label}</LabelWithName>);
  if (hasHome) {
    return (
      <ButtonLink to={`${localePath(locale, `/chapters/${chapter.slug}`)}?ask=move`} {...buttonProps}>
        {words(t("box.move"))}
      </ButtonLink>
    );
  }
  return (
    <PostForm untyped={["chapter"]}>
      <SubmitButton name="chapter" value={chapter.slug} {...buttonProps}>
        {words(chapter.joinMode === "request" ? t("box.ask") : t("box.join"))}
      </SubmitButton>
    </PostForm>
  );
}

/** Adds the chapter's name for screen readers, to tell apart buttons that look the same. */
function LabelWithName({ name, children }: { name: string; children: string }) {
  return (
    <>
      {children}
      <span className="visually-hidden">: {name}</span>
    </>
  );
}
