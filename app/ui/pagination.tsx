import { Link } from "@remix-run/react";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";

import { useTranslation } from "~/core/i18n/use-translation";

import { Icon } from "./icon";
import { paginationItems } from "./pagination-items";

type Props = {
  /** «Көрсетілгені: 1–6, барлығы 46» */
  summary: string;
  page: number;
  pages: number;
  /** The address of a page, counted from 1. */
  addressOf: (page: number) => string;
};

/** Where in a list the reader is, and links to the rest of it: nothing if all of it is on one page. */
export function Pagination({ summary, page, pages, addressOf }: Props) {
  const { t } = useTranslation("common");
  if (pages <= 1) return null;
  return (
    <nav className="pagination" aria-label={t("ui.pages")}>
      <span>{summary}</span>
      <ul role="list">
        {page > 1 ? (
          <li>
            <Link to={addressOf(page - 1)} aria-label={t("ui.previousPage")} rel="prev">
              <Icon icon={ChevronLeft} />
            </Link>
          </li>
        ) : null}
        {paginationItems(page, pages).map((each, index) => (
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
    </nav>
  );
}
