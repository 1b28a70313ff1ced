import { type ReactNode, useId } from "react";

import { useTranslation } from "~/core/i18n/use-translation";

import { Disclosure } from "./disclosure";

type Props = {
  /** The finding, not the subject: «Мүшелер саны, екі жылдық өсім 23,2%». */
  title: string;
  /** What is counted and where the scale begins. */
  text?: ReactNode;
  level?: 2 | 3;
  /** The numbers behind the drawing. Without them it says nothing to people who cannot see it. */
  table?: ReactNode;
  children: ReactNode;
};

export function ChartFrame({ title, text, level = 2, table, children }: Props) {
  const { t } = useTranslation("common");
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <figure className="chart-frame" aria-labelledby={id}>
      <figcaption>
        <Heading id={id}>{title}</Heading>
        {text ? <p>{text}</p> : null}
      </figcaption>
      <div className="plot">{children}</div>
      {table ? <Disclosure summary={t("ui.asTable")}>{table}</Disclosure> : null}
    </figure>
  );
}
