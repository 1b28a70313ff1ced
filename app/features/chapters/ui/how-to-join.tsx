import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { MoreLink } from "~/ui/more-link";

import type { ChapterPage } from "../queries.server";
import { isJoinable } from "../rules";

/** How one joins: at once, by request, by invitation, or not at all at the moment; where nobody can join, a link to another chapter. */
export function HowToJoin({ chapter }: { chapter: ChapterPage }) {
  const { state, joinMode, kind, country, above } = chapter;
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const isOpen = isJoinable(chapter);
  const nearby = above.at(-1) ? `/chapters/${above.at(-1)?.slug}` : `/chapters?country=${country.iso2}`;
  return (
    <>
      <p className="small soft">{t(state === "active" ? `box.${joinMode}` : `box.${state}`)}</p>
      {kind === "interest" && isOpen ? <p className="small soft">{t("box.groupText")}</p> : null}
      {isOpen ? null : <MoreLink to={localePath(locale, nearby)}>{t("box.nearby")}</MoreLink>}
    </>
  );
}
