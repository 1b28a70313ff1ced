import { notFound } from "~/core/http";

/** An address that nothing answers is still one of ours: it has a language, a theme and a menu. */
export function loader() {
  throw notFound();
}

export default function NoPage() {
  return null;
}
