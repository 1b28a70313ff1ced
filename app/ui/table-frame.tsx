import type { ReactNode } from "react";

type Props = { name: string; canScroll: boolean; foot?: ReactNode; children: ReactNode };

/** The frame around a table. If it scrolls sideways it is a region that can be focused, and so scrolled by keyboard. */
export function TableFrame({ name, canScroll, foot, children }: Props) {
  return (
    <div className="table-frame">
      {canScroll ? (
        <div className="table-scroll" role="region" aria-label={name} tabIndex={0}>
          {children}
        </div>
      ) : (
        children
      )}
      {foot}
    </div>
  );
}
