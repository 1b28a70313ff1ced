import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";

import { env } from "./env.server";
import { localeOf } from "./guards.server";
import type { Namespace } from "./i18n/config";
import { getFixedT } from "./i18n/i18n.server";
import { pageMeta } from "./meta";

type Words = { title: string; description?: string; isPublic?: boolean };

/** Head of a page, made where the words are: loaders put it into their data as `head`, and `meta = headOf` writes it out. */
export function head({ request, params }: Pick<LoaderFunctionArgs, "request" | "params">, words: Words): MetaDescriptor[] {
  const locale = localeOf({ params });
  const path = new URL(request.url).pathname.replace(/\.data$/, "");
  return pageMeta({ locale, site: env().SITE_URL, path, brand: getFixedT(locale, "common")("brand.name"), ...words });
}

/** Words of a namespace in the language of the address. */
export const wordsOf = <Ns extends Namespace>({ params }: Pick<LoaderFunctionArgs, "params">, namespace: Ns) => getFixedT(localeOf({ params }), namespace);
