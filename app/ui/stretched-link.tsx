import { Link, type LinkProps } from "@remix-run/react";

/** The one link of a card or row: all of it can be clicked. Prefetched when pointed at. */
export function StretchedLink(props: LinkProps) {
  return <Link className="stretched" prefetch="intent" {...props} />;
}
