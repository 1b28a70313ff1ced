import type { CSSProperties, ReactNode } from "react";

import { SortLink, type SortDirection } from "./sort-link";
import { TableFrame } from "./table-frame";
import { tableRoles } from "./table-roles";

export type Column<Row> = {
  key: string;
  label: string;
  /** The content of the cell. */
  cell: (row: Row) => ReactNode;
  /** The cell names its row. One column of a table does. */
  isRowHeader?: boolean;
  /** Aligned right, in digits of one width. */
  isNumber?: boolean;
  /** The address that sorts by this column, and how it is sorted now. */
  sortTo?: string;
  sort?: SortDirection;
  /** Said before the value when rows become cards on phones; values that speak for themselves need none. */
  cardLabel?: string;
  lang?: (row: Row) => string | undefined;
  /** The head is read aloud but not shown: a column of buttons. */
  isLabelHidden?: boolean;
  /** Left out on phones. */
  wideOnly?: boolean;
  className?: string;
};

type Props<Row> = {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** `cards` for people: rows become cards on phones. `scroll` for figures: the table scrolls by itself. */
  onPhones: "cards" | "scroll";
  className?: string;
  /** The length of a row's bar as a part of the longest, 0 to 1: on narrow screens the bar is drawn behind the row. */
  share?: (row: Row) => number;
  /** Cells of the last row, one for each column. */
  foot?: ReactNode[];
  /** Pagination. */
  children?: ReactNode;
};

const cellClass = (column: Column<never>) =>
  [column.isNumber && "n", column.wideOnly && "wide-only", column.className].filter(Boolean).join(" ") || undefined;

const ownRoles: { [part in keyof typeof tableRoles]?: undefined } = {};

const shareStyle = (share: number): CSSProperties & Record<"--share", string> => ({
  "--share": `${Math.round(share * 1000) / 10}%`,
});

/** A table of people or figures: sorted by links, usable by keyboard and on phones. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  onPhones,
  foot,
  share,
  className,
  children,
}: Props<Row>) {
  const roles = onPhones === "cards" ? tableRoles : ownRoles;
  const tableClass = ["table", onPhones === "cards" && "table-cards", share && "table-shares", className]
    .filter(Boolean)
    .join(" ");
  return (
    <TableFrame name={caption} canScroll={onPhones === "scroll"} foot={children}>
      <table {...roles.table} className={tableClass}>
        <caption className="visually-hidden">{caption}</caption>
        <thead {...roles.rows}>
          <tr {...roles.row}>
            {columns.map((column) => (
              <th key={column.key} scope="col" {...roles.head} className={cellClass(column)} aria-sort={column.sort}>
                {column.sortTo ? (
                  <SortLink to={column.sortTo} label={column.label} direction={column.sort} />
                ) : (
                  <span className={column.isLabelHidden ? "visually-hidden" : undefined}>{column.label}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.rows}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...roles.row} style={share ? shareStyle(share(row)) : undefined}>
              {columns.map((column) => {
                const attributes = { className: cellClass(column), lang: column.lang?.(row), "data-label": column.cardLabel };
                return column.isRowHeader ? (
                  <th key={column.key} scope="row" {...roles.rowHead} {...attributes}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} {...roles.cell} {...attributes}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {foot ? (
          <tfoot {...roles.rows}>
            <tr {...roles.row}>
              {columns.map((column, index) => (
                <td key={column.key} {...roles.cell} className={cellClass(column)}>
                  {foot[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </TableFrame>
  );
}
