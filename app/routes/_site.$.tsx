import { notFound } from "~/core/http";

/** Catches unknown addresses, so that their 404 page has a language, a theme and a menu. */
export function loader() {
  throw notFound();
}

export default function NoPage() {
  return null;
}
