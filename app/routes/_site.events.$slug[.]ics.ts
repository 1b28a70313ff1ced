import type { LoaderFunctionArgs } from "@remix-run/node";

import { cacheHeaders } from "~/core/cache-headers";
import { env } from "~/core/env.server";
import { localeOf } from "~/core/guards.server";
import { notFound } from "~/core/http";
import { localizedText } from "~/core/i18n/language-map";
import { translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { calendarFile } from "~/features/events/calendar.server";
import { findEvent } from "~/features/events/queries.server";

/** One event as a calendar file, in the language of the address. */
export async function loader(args: LoaderFunctionArgs) {
  const locale = localeOf(args);
  const event = await findEvent(args.context.visit.db, args.params.slug ?? "");
  if (!event || event.state === "draft") throw notFound();
  const t = translatorFor(args, "events");
  const words = { online: t("label.format.online"), chapter: t("page.chapter", { chapter: localizedText(event.chapter.name, locale) }) };
  const url = env().SITE_URL + localePath(locale, `/events/${event.slug}`);
  return new Response(await calendarFile(event, { locale, url, words }), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${event.slug}.ics"`,
      ...cacheHeaders([`event:${event.id}`, `chapter:${event.chapter.id}`, "places"]),
    },
  });
}
