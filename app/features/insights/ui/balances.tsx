import { formatList, formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Balance } from "~/ui/balance";
import { Card } from "~/ui/card";
import { Notice } from "~/ui/notice";

import { sumOf, unbalanced, type FigureMonth, type Flow } from "../rules";
import { monthName } from "./month-name";

type Props = { months: FigureMonth[]; isSlice: boolean };

/** The balance of the month and of the whole period, and whether every month adds up. */
export function Balances({ months, isSlice }: Props) {
  const { t } = useTranslation("insights");
  const locale = useLocale();
  const keptMonths = months.filter(({ isKept }) => isKept);
  const [first, last] = [keptMonths[0], keptMonths.at(-1)];
  if (!first || !last) return null;
  const broken = unbalanced(keptMonths, !isSlice).map((month) => monthName(month, locale));
  return (
    <Card as="section" labelledBy="balance" className="balance-card">
      <h2 id="balance" className="visually-hidden">
        {t("figures.balance.title")}
      </h2>
      <h3>{t("figures.balance.month", { month: monthName(last.month, locale) })}</h3>
      <Sum flow={last} isRunning={!last.isClosed} isSlice={isSlice} />
      {first === last ? null : (
        <>
          <h3>{t("figures.balance.period", { from: monthName(first.month, locale), to: monthName(last.month, locale) })}</h3>
          <Sum flow={sumOf(keptMonths)} isRunning={!last.isClosed} isSlice={isSlice} />
        </>
      )}
      {broken.length > 0 ? (
        <Notice tone="danger">{t("figures.balance.broken", { months: formatList(broken, locale) })}</Notice>
      ) : (
        <p className="small soft balance-check">{t("figures.balance.holds")}</p>
      )}
    </Card>
  );
}

function Sum({ flow, isRunning, isSlice }: { flow: Flow; isRunning: boolean; isSlice: boolean }) {
  const { t } = useTranslation("insights");
  const locale = useLocale();
  // The sign is that of the term in the sum, not of the number, so it is set apart from it.
  const term = (label: string, sign: string, number: number) => ({ label, value: `${sign}\u00a0${formatNumber(number, locale)}` });
  return (
    <Balance
      terms={[
        { label: t("figures.balance.start"), value: formatNumber(flow.start, locale) },
        term(t("figures.flow.joins"), "+", flow.joins),
        term(t("figures.flow.leaves"), "−", flow.leaves),
        term(t("figures.flow.movedIn"), "+", flow.movedIn),
        term(t("figures.flow.movedOut"), "−", flow.movedOut),
        ...(isSlice ? [term(t("figures.flow.changed"), flow.changed < 0 ? "−" : "+", Math.abs(flow.changed))] : []),
        term(isRunning ? t("figures.balance.now") : t("figures.balance.end"), "=", flow.end),
      ]}
    />
  );
}
