import { Link } from "@remix-run/react";
import { useId } from "react";

import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith } from "~/core/list-query";
import { localePath } from "~/core/paths";
import { MoreLink } from "~/ui/more-link";

import type { CountryWithChapters } from "../queries.server";
import type { ChapterListParams } from "../schema";
import { ChapterRows } from "./chapter-rows";
import { useMemberCount } from "./use-member-count";

type Props = { group: CountryWithChapters; query: ChapterListParams; now: number };

/** A country: its name, which links to its own chapter, its largest chapters, and a link to the rest. */
export function CountryGroup({ group, query, now }: Props) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const membersOf = useMemberCount();
  const id = useId();
  const name = localizedText(group.name, locale);
  const listPath = localePath(locale, `/chapters${queryWith(query, { country: group.iso2, region: undefined })}`);
  const hasOwn = group.slug !== null && query.kind === undefined;
  const rest = group.chapters - group.shown.length - (hasOwn ? 1 : 0);
  return (
    <section className="country" aria-labelledby={id}>
      <div className="country-head">
        <h2 id={id}>
          <Link to={group.slug ? localePath(locale, `/chapters/${group.slug}`) : listPath}>{name}</Link>
        </h2>
        <p className="small soft">
          {membersOf(group.members)}, {common("plural.chapter", { count: group.chapters })}
        </p>
      </div>
      <ChapterRows chapters={group.shown} now={now} />
      {rest > 0 ? (
        <p>
          <MoreLink to={listPath}>{t("finder.more", { country: name, count: rest })}</MoreLink>
        </p>
      ) : null}
    </section>
  );
}
