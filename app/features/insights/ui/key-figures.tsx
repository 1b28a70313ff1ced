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
  const current = months.at(-1);
  const previous = months.at(-2);
  if (!current) return null;
  const change = netOf(current);
  const base = membersYearAgo(months);
  const growthText = () => {
    if (base === null) return "–";
    const growth = growthOf(base, current.end);
    if (growth === null) return formatSigned(current.end - base, locale);
    return `${growth > 0 ? "+" : ""}${formatPercent(growth, locale)}`;
  };
  const monthBefore = (name: "joins" | "leaves") =>
    previous?.isKept ? { text: t("figures.stat.monthBefore", { number: formatNumber(previous[name], locale) }) } : undefined;
  const history = (name: "end" | "joins" | "leaves") => months.filter(({ isKept }) => isKept).slice(-13).map((month) => month[name]);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="visually-hidden">
        {t("figures.keyFigures")}
      </h2>
      <Stats>
        <Stat
          label={t("figures.stat.members")}
          value={formatNumber(current.end, locale)}
          change={{ text: t("figures.stat.thisMonth", { change: formatSigned(change, locale) }), ...directionOf(change) }}
          history={history("end")}
        />
        <Stat label={t("figures.stat.joins")} value={formatNumber(current.joins, locale)} change={monthBefore("joins")} history={history("joins")} />
        <Stat label={t("figures.stat.leaves")} value={formatNumber(current.leaves, locale)} change={monthBefore("leaves")} history={history("leaves")} />
        <Stat
          label={t("figures.stat.growth")}
          value={growthText()}
          change={{ text: base === null ? t("figures.stat.yearNotKept") : t("figures.stat.yearAgo", { number: formatNumber(base, locale) }) }}
        />
      </Stats>
    </section>
  );
}

const directionOf = (change: number) => (change === 0 ? {} : { direction: change > 0 ? ("up" as const) : ("down" as const), isGood: change > 0 });
