import type { ReactNode } from "react";

import { DateBlock, type DateBlockProps } from "./date-block";
import { IconLines, type IconLine } from "./icon-lines";
import { StretchedLink } from "./stretched-link";

type Props = {
  to: string;
  title: string;
  lang?: string;
  date: DateBlockProps;
  meta: IconLine[];
  /** Seats, state, languages: a column at the right on wide screens. */
  foot?: ReactNode;
  /** Level of the title under the heading of the list. */
  level?: 2 | 3;
};

/** An event as a row: an item of an `EventList`. */
export function EventRow({ to, title, lang, date, meta, foot, level = 3 }: Props) {
  const Heading = `h${level}` as const;
  return (
    <li className="event-row">
      <DateBlock {...date} />
      <div>
        <Heading lang={lang}>
          <StretchedLink to={to}>{title}</StretchedLink>
        </Heading>
        <IconLines items={meta} />
      </div>
      {foot ? <div className="foot">{foot}</div> : null}
    </li>
  );
}
