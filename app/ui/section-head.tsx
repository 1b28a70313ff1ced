import type { ReactNode } from "react";

type Props = {
  title: string;
  /** Names the section: `<section aria-labelledby={id}>`. */ id?: string;
  text?: ReactNode;
  more?: ReactNode;
};

/** The heading of a section, with `more` at the right. */
export function SectionHead({ title, id, text, more }: Props) {
  return (
    <div className="section-head">
      <h2 id={id}>{title}</h2>
      {more}
      {text ? <p>{text}</p> : null}
    </div>
  );
}
