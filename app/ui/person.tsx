import type { ReactNode } from "react";

import { Avatar } from "./avatar";

type Props = { name: string; meta: ReactNode };

/** A person in a list: initials, name, and a line about them. */
export function Person({ name, meta }: Props) {
  return (
    <div className="person">
      <Avatar name={name} />
      <div>
        <p className="person-name">{name}</p>
        <p className="person-meta">{meta}</p>
      </div>
    </div>
  );
}
