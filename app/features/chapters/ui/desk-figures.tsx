import { formatDate, formatNumber, formatSigned, withCapital } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { AsOf } from "~/ui/as-of";
import { Card } from "~/ui/card";
import { DetailsList } from "~/ui/details-list";

import type { DeskOverview } from "../desk-queries.server";

type Counts = { members: number; joined: number; left: number };

/** The month in exact figures: the chapter including all below it, then split into its own and those below. */
export function DeskFigures({ figures, zone }: { figures: DeskOverview["figures"]; zone: string }) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  if (!figures) {
    return (
      <Card>
        <p className="small soft">{t("desk.pulse.none")}</p>
      </Card>
    );
  }
  const { below } = figures;
  const ownCounts = { members: figures.members - below.members, joined: figures.joined - below.joined, left: figures.left - below.left };
  const line = (counts: Counts) =>
    t("desk.pulse.line", {
      members: formatNumber(counts.members, locale),
      joined: formatSigned(counts.joined, locale),
      left: formatSigned(-counts.left, locale),
    });
  const asOf = common("term.asOf", { date: formatDate(figures.asOf, locale, "long", zone) });
  return (
    <Card as="section" labelledBy="pulse" className="desk-figures">
      <h2 id="pulse">{withCapital(formatDate(figures.month, locale, "monthYear", "UTC"), locale)}</h2>
      <dl className="pulse">
        <div>
          <dt>{t("desk.pulse.members", { count: figures.members })}</dt>
          <dd className="num">{formatNumber(figures.members, locale)}</dd>
        </div>
        <div>
          <dt>{t("desk.pulse.joined")}</dt>
          <dd className="num">{formatSigned(figures.joined, locale)}</dd>
        </div>
        <div>
          <dt>{t("desk.pulse.left")}</dt>
          <dd className="num">{formatSigned(-figures.left, locale)}</dd>
        </div>
      </dl>
      {below.chapters > 0 ? (
        <DetailsList
          details={[
            { label: t("desk.pulse.own"), value: line(ownCounts) },
            { label: t("desk.pulse.below"), value: line(below) },
          ]}
        />
      ) : null}
      <AsOf>{t("desk.pulse.counted", { asOf })}</AsOf>
    </Card>
  );
}
