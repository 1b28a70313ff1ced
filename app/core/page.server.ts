import { redirect, type LoaderFunctionArgs, type MetaDescriptor } from "@remix-run/node";

import { env } from "./env.server";
import { localeOf } from "./guards.server";
import { pagePath } from "./http";
import type { Namespace } from "./i18n/config";
import { getFixedT } from "./i18n/i18n.server";
import { withoutDefaults } from "./list-query";
import { pageMeta } from "./meta";

type Words = { title: string; description?: string; isPublic?: boolean };

/** The head of a page, made on the server, where the words are: loaders return it as `head`, and `meta = headOf` writes it out. */
export function head({ request, params }: Pick<LoaderFunctionArgs, "request" | "params">, words: Words): MetaDescriptor[] {
  const locale = localeOf({ params });
  // The router also answers "/kk/Events/": one page has one address.
  const path = pagePath(request).replace(/\/+$/, "").toLowerCase();
  return pageMeta({ locale, site: env().SITE_URL, path, brand: getFixedT(locale, "common")("brand.name"), ...words });
}

/** Words of a namespace in the language of the address. */
export const translatorFor = <Ns extends Namespace>({ params }: Pick<LoaderFunctionArgs, "params">, namespace: Ns) => getFixedT(localeOf({ params }), namespace);

/** The query of a list's address. If it holds more than needed (see `withoutDefaults`), throws a redirect to the shorter address. */
export function readListParams(request: Request, defaults?: Record<string, string>): URLSearchParams {
  const { searchParams } = new URL(request.url);
  const shorter = withoutDefaults(searchParams, defaults);
  if (shorter !== null) throw redirect(pagePath(request) + (shorter && `?${shorter}`));
  return searchParams;
}
