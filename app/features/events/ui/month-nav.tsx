import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";

import { formatDate, withCapital } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { IconLink } from "~/ui/icon-link";

import { firstDayOf, monthAfter, type Bounds } from "../month";

type Props = {
  id: string;
  month: string;
  bounds: Bounds;
  /** URL of another month. */
  addressOf: (month: string) => string;
  className: string;
};

/** The name of a month, with links to the one before and the one after, as far as `bounds` allows. */
export function MonthNav({ id, month, bounds, addressOf, className }: Props) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const nameOf = (each: string) => formatDate(firstDayOf(each), locale, "monthYear", "UTC");
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)];
  return (
    <div className={className}>
      {before >= bounds.first ? (
        <IconLink icon={ChevronLeft} label={t("month.before", { month: nameOf(before) })} to={addressOf(before)} rel="prev" preventScrollReset />
      ) : (
        <span className="month-end" />
      )}
      <h2 id={id}>{withCapital(nameOf(month), locale)}</h2>
      {after <= bounds.last ? (
        <IconLink icon={ChevronRight} label={t("month.after", { month: nameOf(after) })} to={addressOf(after)} rel="next" preventScrollReset />
      ) : (
        <span className="month-end" />
      )}
    </div>
  );
}
