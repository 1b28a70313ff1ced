import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { Avatar } from "./avatar";

type Props = { name: string; lang?: string; to?: string; meta?: ReactNode; action?: ReactNode };

/** A person in a list: initials, name, one line, and what can be done. */
export function Person({ name, lang, to, meta, action }: Props) {
  return (
    <div className="person">
      <Avatar name={name} />
      <div>
        <p className="person-name" lang={lang}>
          {to ? <Link to={to}>{name}</Link> : name}
        </p>
        {meta ? <p className="person-meta">{meta}</p> : null}
      </div>
      {action}
    </div>
  );
}
