import type { ReactNode } from "react";

import { Ornament } from "../ornament";

type Props = {
  title: string;
  lead?: ReactNode;
  /** The text on the deep panel beside the form, on wide screens. */ aside: { words: string; text: string };
  children: ReactNode;
};

/** The layout of sign-in and related pages: a form in the middle, beside it the deep panel with the large motif. */
export function SidePanelLayout({ title, lead, aside, children }: Props) {
  return (
    <div className="door">
      <div className="door-form">
        <div>
          <h1>{title}</h1>
          {lead ? <div className="lead">{lead}</div> : null}
          {children}
        </div>
      </div>
      <div className="door-side">
        <Ornament />
        <p className="door-words">{aside.words}</p>
        <p className="door-text">{aside.text}</p>
      </div>
    </div>
  );
}
