import { Link, type LinkProps } from "@remix-run/react";

/** The one link of a card or row: its target is all of it. Prefetched when pointed at. */
export function StretchedLink(props: LinkProps) {
  return <Link className="stretched" prefetch="intent" {...props} />;
}
