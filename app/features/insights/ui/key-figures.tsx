import { useId } from "react";

import { formatNumber, formatPercent, formatSigned } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Stat } from "~/ui/stat";
import { Stats } from "~/ui/stats";

import { growthOf, netOf, membersYearAgo, type FigureMonth } from "../rules";

/** Members at the end of the month shown, how many joined and left, and the growth over a year. */
export function KeyFigures({ months }: { months: FigureMonth[] }) {
  const { t } = useTranslation("insights");
  const locale = useLocale();
  const id = useId();
  const now = months.at(-1);
  const before = months.at(-2);
  if (!now) return null;
  const change = netOf(now);
  const base = membersYearAgo(months);
  const grown = growthOf(base, now.end);
  const ofBefore = (number: number | undefined) => (before?.isKept && number !== undefined ? { text: t("figures.stat.monthBefore", { number: formatNumber(number, locale) }) } : undefined);
  const history = (name: "end" | "joins" | "leaves") => months.filter(({ isKept }) => isKept).slice(-13).map((month) => month[name]);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="visually-hidden">
        {t("figures.keyFigures")}
      </h2>
      <Stats>
        <Stat
          label={t("figures.stat.members")}
          value={formatNumber(now.end, locale)}
          change={{ text: t("figures.stat.thisMonth", { change: formatSigned(change, locale) }), ...directionOf(change) }}
          history={history("end")}
        />
        <Stat label={t("figures.stat.joins")} value={formatNumber(now.joins, locale)} change={ofBefore(before?.joins)} history={history("joins")} />
        <Stat label={t("figures.stat.leaves")} value={formatNumber(now.leaves, locale)} change={ofBefore(before?.leaves)} history={history("leaves")} />
        <Stat
          label={t("figures.stat.growth")}
          value={base === null ? "–" : grown === null ? formatSigned(now.end - base, locale) : `${grown > 0 ? "+" : ""}${formatPercent(grown, locale)}`}
          change={{ text: base === null ? t("figures.stat.yearNotKept") : t("figures.stat.yearAgo", { number: formatNumber(base, locale) }) }}
        />
      </Stats>
    </section>
  );
}

const directionOf = (change: number) => (change === 0 ? {} : { direction: change > 0 ? ("up" as const) : ("down" as const), isGood: change > 0 });
