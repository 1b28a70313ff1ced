import Building from "lucide-react/icons/building-2";
import Lock from "lucide-react/icons/lock";
import Tag from "lucide-react/icons/tag";

import { formatDate, formatNumber, formatOffset } from "~/core/i18n/format";
import { localize, langAttribute } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { AsOf } from "~/ui/as-of";
import { Badge } from "~/ui/badge";
import { Badges } from "~/ui/badges";
import { Breadcrumb } from "~/ui/breadcrumb";
import { Facts } from "~/ui/facts";
import { PageHead } from "~/ui/page-head";

import type { ChapterPage } from "../queries.server";
import { useChapterTitle } from "./use-chapter-title";
import { useLocalTime } from "./use-local-time";

type Props = {
  chapter: ChapterPage;
  /** When the loader ran, ms. */
  now: number;
};

/** The sky band of a chapter: its place in the tree, what it is, its published number of members with the date and the rounding rule. */
export function ChapterHead({ chapter, now }: Props) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const titleOf = useChapterTitle();
  const title = titleOf(chapter);
  const summary = localize(chapter.summary, locale);
  const name = localize(chapter.name, locale);
  return (
    <PageHead
      title={title.text}
      lang={title.lang}
      lead={summary ? <p lang={langAttribute(summary)}>{summary.text}</p> : null}
      breadcrumb={
        <Breadcrumb
          items={[
            { to: localePath(locale, "/chapters"), label: t("finder.title") },
            ...chapter.above.map((parent) => {
              const shown = localize(parent.name, locale);
              return { to: localePath(locale, `/chapters/${parent.slug}`), label: shown?.text ?? "", lang: langAttribute(shown) };
            }),
          ]}
          current={{ label: name?.text ?? "", lang: langAttribute(name) }}
        />
      }
    >
      <div className="chapter-badges">
        <Badges>
          <Badge icon={chapter.kind === "university" ? Building : Tag}>{t(`label.kind.${chapter.kind}`)}</Badge>
          {chapter.state === "active" ? (
            <Badge icon={chapter.joinMode === "invitation" ? Lock : undefined}>{t(`label.joinMode.${chapter.joinMode}`)}</Badge>
          ) : (
            <Badge tone="warning">{t(`label.state.${chapter.state}`)}</Badge>
          )}
        </Badges>
      </div>
      <ChapterFacts chapter={chapter} now={now} />
    </PageHead>
  );
}

/** "10 or fewer" takes the plural form that follows ten. */
const tenOrFewer = 10;

function ChapterFacts({ chapter, now }: Props) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const time = useLocalTime(chapter.zone);
  // Members are counted in their home chapter, and an interest group is nobody's home.
  const isCounted = chapter.kind !== "interest" && chapter.asOf !== null;
  const members =
    chapter.members === null ? <span className="few">{common("term.tenOrFewer")}</span> : formatNumber(chapter.members, locale);
  return (
    <>
      <Facts
        facts={[
          ...(isCounted ? [{ label: t("page.members", { count: chapter.members ?? tenOrFewer }), value: members }] : []),
          ...(chapter.below.length > 0 ? [{ label: t("page.below", { count: chapter.below.length }), value: formatNumber(chapter.below.length, locale) }] : []),
          ...(chapter.foundedOn ? [{ label: t("page.founded"), value: chapter.foundedOn.slice(0, 4) }] : []),
          time ? { label: t("page.clock"), value: time } : { label: t("page.zone"), value: formatOffset(now, chapter.zone) },
        ]}
      />
      {isCounted && chapter.asOf !== null ? (
        <div className="chapter-as-of">
          <AsOf>
            {t(chapter.members === null ? "page.asOfFew" : "page.asOf", { date: formatDate(chapter.asOf, locale, "long", "UTC") })}
          </AsOf>
        </div>
      ) : null}
    </>
  );
}
