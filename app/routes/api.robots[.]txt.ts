import { env } from "~/core/env.server";
import { robotsFile } from "~/features/content/robots";

/** Which pages robots are to leave alone, and where the sitemap of the others is. */
export const loader = () =>
  new Response(robotsFile(env().SITE_URL), { headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" } });
