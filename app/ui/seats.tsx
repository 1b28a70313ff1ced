import type { ReactNode } from "react";

import { SeatsBar } from "./seats-bar";

type Props = {
  /** «12 орын қалды» */
  words: ReactNode;
  /** «68 / 80» */
  count?: string;
  /** Part taken, 0 to 1; no bar without it. */
  taken?: number;
};

export function Seats({ words, count, taken }: Props) {
  return (
    <div className="seats">
      <p className="seats-line">
        <strong>{words}</strong>
        {count ? <span className="soft">{count}</span> : null}
      </p>
      {taken === undefined ? null : <SeatsBar share={taken} />}
    </div>
  );
}
