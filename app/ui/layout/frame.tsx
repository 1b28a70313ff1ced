import type { ReactNode } from "react";

import { BottomBar } from "../bottom-bar";
import type { NavItem } from "../nav-items";
import { SkipLink } from "../skip-link";

type Props = {
  header: ReactNode;
  footer: ReactNode;
  /** The four places of the bottom bar. */ bar?: NavItem[];
  children: ReactNode;
};

/** Header, the page's `<main id="main">`, footer. Pages put a `PageHead` and sections into it, but no `main` of their own. */
export function Frame({ header, footer, bar, children }: Props) {
  return (
    <>
      <SkipLink />
      {header}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {footer}
      {bar ? <BottomBar items={bar} /> : null}
    </>
  );
}
