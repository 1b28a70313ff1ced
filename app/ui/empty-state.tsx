import type { ReactNode } from "react";

import { Ornament } from "./ornament";

type Props = { title: string; text: ReactNode; actions?: ReactNode; level?: 2 | 3 };

/** Nothing here, and what to do about it. */
export function EmptyState({ title, text, actions, level = 2 }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty-state">
      <Ornament />
      <Heading>{title}</Heading>
      <p>{text}</p>
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
