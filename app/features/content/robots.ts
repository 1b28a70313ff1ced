import { locales } from "~/core/i18n/config";
import { localePath } from "~/core/paths";

import { closedPaths } from "./rules";

/** The robots.txt: everything public may be crawled, in every language. `site`: our own address, without a slash at the end. */
export function robotsFile(site: string): string {
  const closed = locales.flatMap((locale) => closedPaths.map((path) => `Disallow: ${localePath(locale, path)}`));
  return ["User-agent: *", ...closed, "", `Sitemap: ${site}/sitemap.xml`, ""].join("\n");
}
