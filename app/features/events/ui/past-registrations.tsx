import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";

/** How many had registered for a past event, rounded as published figures are; nothing for ten or fewer. */
export function PastRegistrations({ taken }: { taken: number }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  return taken > 0 ? <p className="small soft">{t("box.came", { number: formatNumber(taken, locale) })}</p> : null;
}
