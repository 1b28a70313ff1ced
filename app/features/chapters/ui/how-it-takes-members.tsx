import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { MoreLink } from "~/ui/more-link";

import type { ChapterPage } from "../queries.server";

/** At once, by request, by invitation, or not at all at the moment; where nobody can join, the way to another chapter. */
export function HowItTakesMembers({ chapter: { state, joinMode, kind, country, above } }: { chapter: ChapterPage }) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const isShut = state !== "active" || joinMode === "invitation";
  const nearby = above.at(-1) ? `/chapters/${above.at(-1)?.slug}` : `/chapters?country=${country.iso2}`;
  return (
    <>
      <p className="small soft">{t(state === "active" ? `box.${joinMode}` : `box.${state}`)}</p>
      {kind === "interest" && !isShut ? <p className="small soft">{t("box.groupText")}</p> : null}
      {isShut ? <MoreLink to={localePath(locale, nearby)}>{t("box.nearby")}</MoreLink> : null}
    </>
  );
}
