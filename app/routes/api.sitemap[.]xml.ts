import type { LoaderFunctionArgs } from "@remix-run/node";

import { cacheHeaders } from "~/core/cache-headers";
import { env } from "~/core/env.server";
import { notFound } from "~/core/http";
import { pageCount } from "~/core/pagination";
import { listPublicAddresses } from "~/features/content/queries.server";
import { publicPaths } from "~/features/content/rules";
import { pathsPerFile, sitemapFile, sitemapIndex } from "~/features/content/sitemap";

/** At most 99999, so that the offset of the last file still fits PostgreSQL's int. */
const fileNumber = /^[1-9]\d{0,4}$/;

/** Every public page in every language; split into files, with an index of them, if one cannot hold them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = env().SITE_URL;
  const param = new URL(request.url).searchParams.get("page");
  if (param !== null && !fileNumber.test(param)) throw notFound();
  const page = Number(param ?? 1);

  const { total, rows } = await listPublicAddresses(context.visit.db, { page, perPage: pathsPerFile });
  const files = pageCount(total, pathsPerFile);
  if (page > files) throw notFound();
  const listed = rows.map(({ kind, slug }) => `/${kind}s/${slug}`);
  const paths = page === 1 ? [...publicPaths, ...listed] : listed;
  const body = param === null && files > 1 ? sitemapIndex(site, files) : sitemapFile(site, paths);
  return new Response(body, { headers: { "Content-Type": "application/xml; charset=utf-8", ...cacheHeaders(["chapters", "events"]) } });
}
