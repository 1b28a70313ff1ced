import type { ReactNode } from "react";

type Props = { name: string; canScroll: boolean; foot?: ReactNode; children: ReactNode };

/** The paper under a table. One that scrolls sideways is a region of its own, so that keys reach it. */
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
