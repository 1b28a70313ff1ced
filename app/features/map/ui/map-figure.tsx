import { formatList } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";

import type { MapView } from "../map-view";
import { MapLegend } from "./map-legend";
import { World } from "./world";

/** The drawing with its legend. */
export function MapFigure({ drawing, counts }: Pick<MapView, "drawing" | "counts">) {
  const { t } = useTranslation("map");
  const locale = useLocale();
  const largest = formatList(drawing.largest, locale);
  return (
    <figure className="world world-frame">
      <World
        drawing={drawing}
        title={t("drawing.title")}
        description={drawing.steps ? t("drawing.countries", { countries: counts.countries, largest }) : t("drawing.cities", { ...counts, largest })}
        home={t("drawing.home")}
      />
      <figcaption>
        <MapLegend kind={drawing.steps ? "steps" : "dots"} />
      </figcaption>
    </figure>
  );
}
