import type { ReactNode } from "react";

import { Horizon } from "./horizon";

type Props = {
  /** Null if no server answered. */
  status: number | null;
  title: string;
  text: string;
  /** What the reader had typed, if it is given back to them. */
  written?: ReactNode;
  actions: ReactNode;
};

/** A page that could not be shown: why, and the ways on. */
export function ErrorPage({ status, title, text, written, actions }: Props) {
  return (
    <div className="sky">
      <div className="wrap page-head error-page">
        {status === null ? null : (
          <p className="no" aria-hidden="true">
            {status}
          </p>
        )}
        <h1>{title}</h1>
        <p className="lead">{text}</p>
        {written}
        <div className="row">{actions}</div>
      </div>
      <Horizon />
    </div>
  );
}
