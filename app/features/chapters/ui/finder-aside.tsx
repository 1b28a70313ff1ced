import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Card } from "~/ui/card";
import { MoreLink } from "~/ui/more-link";

/** Other ways to find a chapter: the map and, for those with none nearby, the chapters of countries. */
export function FinderAside() {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  return (
    <aside className="split-aside">
      <Card as="section" className="aside-card" labelledBy="finder-map">
        <h2 id="finder-map">{t("finder.map")}</h2>
        <p className="small soft">{t("finder.mapText")}</p>
        <p>
          <MoreLink to={localePath(locale, "/map")}>{t("finder.openMap")}</MoreLink>
        </p>
      </Card>
      <Card as="section" className="aside-card" labelledBy="finder-none">
        <h2 id="finder-none">{t("finder.noneNear")}</h2>
        <p className="small soft">{t("finder.noneNearText")}</p>
        <p>
          <MoreLink to={localePath(locale, "/chapters?kind=country")}>{t("finder.byCountry")}</MoreLink>
        </p>
      </Card>
    </aside>
  );
}
