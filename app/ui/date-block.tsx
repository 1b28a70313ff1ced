export type DateBlockProps = {
  /** ISO date or instant for machines. */
  dateTime: string;
  /** Short as seen, full as read: «қар.», «қараша». */
  month: { short: string; full: string };
  day: string;
  /** The line below the day: its weekday, «бүгін», or the year of a day long past. */
  weekday: { short: string; full: string };
  /** Shown in the sun colour. */
  isToday?: boolean;
  large?: boolean;
};

export function DateBlock({ dateTime, month, day, weekday, isToday, large }: DateBlockProps) {
  const className = ["date-block", large && "date-block-large", isToday && "is-today"].filter(Boolean).join(" ");
  return (
    <time className={className} dateTime={dateTime}>
      <span className="month">
        <abbr title={month.full}>{month.short}</abbr>
      </span>{" "}
      <span className="day">{day}</span>{" "}
      <span className="weekday">
        <abbr title={weekday.full}>{weekday.short}</abbr>
      </span>
    </time>
  );
}
