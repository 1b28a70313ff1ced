import { env } from "~/core/env.server";
import { robotsFile } from "~/features/content/robots";

/** Which pages robots leave alone, and where the list of the others lies. */
export const loader = () =>
  new Response(robotsFile(env().SITE_URL), { headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" } });
