import type { ReactNode } from "react";

import { Badges } from "./badges";
import { DateBlock, type DateBlockProps } from "./date-block";
import { IconLines, type IconLine } from "./icon-lines";
import { StretchedLink } from "./stretched-link";

type Props = {
  to: string;
  title: string;
  /** Language of the title when it is not the page's. */
  lang?: string;
  date: DateBlockProps;
  badges?: ReactNode;
  meta: IconLine[];
  /** Seats and price, at the baseline of the row of cards. */
  foot: ReactNode;
};

/** An upright card: an item of a `<ul className="grid-4">`. */
export function EventCard({ to, title, lang, date, badges, meta, foot }: Props) {
  return (
    <li className="card card-link event-card">
      <div className="top">
        <DateBlock {...date} />
        {badges ? <Badges>{badges}</Badges> : null}
      </div>
      <h3 lang={lang}>
        <StretchedLink to={to}>{title}</StretchedLink>
      </h3>
      <IconLines items={meta} />
      <div className="foot">{foot}</div>
    </li>
  );
}
