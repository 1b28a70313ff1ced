import { Link } from "@remix-run/react";

import { localize, langAttribute } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Disclosure } from "~/ui/disclosure";

import type { ChapterPage } from "../queries.server";
import { useMemberCount } from "./use-member-count";

const shownAtOnce = 8;

/** The chapters directly below, largest first: the first ones visible at once, the others in a disclosure. */
export function ChaptersBelow({ chapter: { kind, below } }: { chapter: ChapterPage }) {
  const { t } = useTranslation("chapters");
  if (below.length === 0) return null;
  // One more is not worth a click.
  const cut = below.length <= shownAtOnce + 1 ? below.length : shownAtOnce;
  return (
    <section aria-labelledby="chapters-below">
      <h2 id="chapters-below">{t(kind === "city" ? "page.belowCity" : "page.belowTitle")}</h2>
      <CountList chapters={below.slice(0, cut)} />
      {cut < below.length ? (
        <Disclosure summary={t("page.belowMore", { count: below.length - cut })}>
          <CountList chapters={below.slice(cut)} />
        </Disclosure>
      ) : null}
    </section>
  );
}

function CountList({ chapters }: { chapters: ChapterPage["below"] }) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const membersOf = useMemberCount();
  return (
    <ul role="list" className="count-list">
      {chapters.map(({ slug, kind, name, members }) => {
        const shown = localize(name, locale);
        return (
          <li key={slug}>
            <Link to={localePath(locale, `/chapters/${slug}`)} lang={langAttribute(shown)}>
              {shown?.text}
            </Link>
            <span className="n">{kind === "interest" ? t("label.kind.interest") : membersOf(members)}</span>
          </li>
        );
      })}
    </ul>
  );
}
