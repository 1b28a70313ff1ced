import { Link } from "@remix-run/react";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useTranslation } from "react-i18next";

import { Icon } from "./icon";

type Props = {
  /** «Көрсетілгені: 1–6, барлығы 46» */
  summary: string;
  page: number;
  pages: number;
  /** The address of a page, counted from 1. */
  addressOf: (page: number) => string;
};

/** First, last and the neighbours of the current page: [1, null, 4, 5, 6, null, 44]; null is a gap. */
function shownPages(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((each, index) => {
    const before = sorted[index - 1];
    if (before === undefined || each - before === 1) return [each];
    return each - before === 2 ? [each - 1, each] : [null, each];
  });
}

export function Pagination({ summary, page, pages, addressOf }: Props) {
  const { t } = useTranslation("common");
  return (
    <nav className="pagination" aria-label={t("ui.pages")}>
      <span className="num">{summary}</span>
      {pages > 1 ? (
        <ul role="list">
          {page > 1 ? (
            <li>
              <Link to={addressOf(page - 1)} aria-label={t("ui.previousPage")} rel="prev">
                <Icon icon={ChevronLeft} />
              </Link>
            </li>
          ) : null}
          {shownPages(page, pages).map((each, index) => (
            <li key={each ?? `gap ${index}`}>
              {each === null ? (
                <span className="gap">…</span>
              ) : (
                <Link to={addressOf(each)} aria-current={each === page ? "page" : undefined}>
                  {each}
                </Link>
              )}
            </li>
          ))}
          {page < pages ? (
            <li>
              <Link to={addressOf(page + 1)} aria-label={t("ui.nextPage")} rel="next">
                <Icon icon={ChevronRight} />
              </Link>
            </li>
          ) : null}
        </ul>
      ) : null}
    </nav>
  );
}
