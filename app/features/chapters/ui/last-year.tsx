import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Card } from "~/ui/card";

import type { ChapterPage } from "../queries.server";

/** Totals of the last twelve months; renders nothing when there were no events. */
export function LastYear({ chapter: { lastYear, below } }: { chapter: ChapterPage }) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  if (lastYear.events === 0) return null;
  return (
    <section aria-labelledby="last-year">
      <h2 id="last-year">{t("page.lastYear")}</h2>
      <Card>
        <dl className="totals">
          <div>
            <dt>{t("page.lastYearEvents", { count: lastYear.events })}</dt>
            <dd>{formatNumber(lastYear.events, locale)}</dd>
          </div>
          <div>
            <dt>{t("page.lastYearPlaces")}</dt>
            <dd>{lastYear.places === null ? <span className="few">{common("term.tenOrFewer")}</span> : formatNumber(lastYear.places, locale)}</dd>
          </div>
        </dl>
        <p className="small soft">{below.length > 0 ? t("page.lastYearBelow") : t("page.lastYearOwn")}</p>
      </Card>
    </section>
  );
}
