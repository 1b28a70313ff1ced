import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";

import { breaks, radiusOf, type PublishedCount } from "../rules";

const samples: PublishedCount[] = [null, 100, 1000];

/** What the size of a dot or the shade of a country means. */
export function MapLegend({ kind }: { kind: "dots" | "steps" }) {
  const { t } = useTranslation("map");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const ends = [...breaks];
  const steps = [
    `≤ ${number(ends[0] ?? 0)}`,
    ...ends.slice(1).map((end, index) => `${number(ends[index] ?? 0)}–${number(end)}`),
    `> ${number(ends.at(-1) ?? 0)}`,
  ];
  return (
    <ul role="list" className="legend" aria-label={t("legend.title")}>
      <li>{t(`legend.${kind}`)}</li>
      {kind === "steps"
        ? steps.map((step, index) => (
            <li key={step}>
              <i className="step" style={{ background: `var(--seq-${index + 1})` }} />
              {step}
            </li>
          ))
        : samples.map((members) => (
            <li key={members}>
              <i className="dot" style={{ width: 2 * radiusOf(members), height: 2 * radiusOf(members) }} />
              {members === null ? common("term.tenOrFewer") : number(members)}
            </li>
          ))}
      <li>
        <i className="home" />
        {t("drawing.home")}
      </li>
    </ul>
  );
}
