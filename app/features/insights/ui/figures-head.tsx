import type { ReactNode } from "react";

import { formatDateTime } from "~/core/i18n/format";
import { localize, langAttribute, localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { AsOf } from "~/ui/as-of";
import { Breadcrumb } from "~/ui/breadcrumb";
import { PageHead } from "~/ui/page-head";

import type { ShownFigures } from "../queries.server";
import { placeQuery } from "../query-string";
import type { FiguresParams } from "../schema";
import type { SliceLabels } from "../slice-labels.server";

type Props = {
  query: FiguresParams;
  figures: ShownFigures;
  slices: SliceLabels;
  isWorldAllowed: boolean;
  /** The filters. */
  children: ReactNode;
};

/** Which place, as of which moment, and who is counted. */
export function FiguresHead({ query, figures, slices, isWorldAllowed, children }: Props) {
  const { t } = useTranslation("insights");
  const locale = useLocale();
  const { place, months } = figures;
  const shown = localize(place.name, locale);
  const lang = langAttribute(shown);
  const title = shown?.text ?? t("figures.title");
  const last = months.at(-1);
  const pathTo = (to: Parameters<typeof placeQuery>[1]) => localePath(locale, `/figures${placeQuery(query, to)}`);
  const above = place.above.map(({ kind, key, name }) => ({ to: pathTo({ [kind]: key }), label: localizedText(name, locale) }));
  const ancestors = isWorldAllowed ? [{ to: pathTo({}), label: t("figures.title") }, ...above] : above;
  return (
    <PageHead
      title={title}
      lang={lang}
      lead={<p>{t("figures.lead")}</p>}
      breadcrumb={place.kind !== "world" && ancestors.length > 0 ? <Breadcrumb items={ancestors} current={{ label: title, lang }} /> : undefined}
    >
      {children}
      {last ? (
        <AsOf>
          {query.slice ? `${t("figures.onlySlice", { slice: slices[query.slice] ?? query.slice })} ` : null}
          {t(last.isClosed ? "figures.asOfClosed" : "figures.asOfRunning", { moment: formatDateTime(last.asOf, locale, "long", "UTC") })} {t("figures.whoCounts")}
        </AsOf>
      ) : null}
    </PageHead>
  );
}
