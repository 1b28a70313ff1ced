import type { LoaderFunctionArgs } from "@remix-run/node";

import { cacheHeaders } from "~/core/cache-headers";
import { env } from "~/core/env.server";
import { localeOf } from "~/core/guards.server";
import { notFound } from "~/core/http";
import { localizedText } from "~/core/i18n/language-map";
import { translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { hasOwnName } from "~/features/chapters/rules";

import { subscribedCalendar } from "./calendar.server";
import { findCalendar, type EventsCalendar } from "./queries.server";
import { nextMidnight } from "./rules";
import type { CalendarParams } from "./schema";

type Query = CalendarParams & {
  /** Slug: its events, and those of the chapters below. */
  chapter?: string;
};

/**
 * The calendar of these events in the language of the URL. It is cached until an event, a chapter or a place changes, or the UTC day ends; as it tells
 * nothing of seats taken, registrations do not change it. Clients that have it already get a 304.
 */
export async function calendarResponse(args: LoaderFunctionArgs, query: Query): Promise<Response> {
  const locale = localeOf(args);
  const found = await findCalendar(args.context.visit.db, query);
  if (!found) throw notFound();
  const t = translatorFor(args, "events");
  const entries = found.rows.map((event) => ({
    event,
    url: env().SITE_URL + localePath(locale, `/events/${event.slug}`),
    words: { online: t("label.format.online"), chapter: t("page.chapter", { chapter: localizedText(event.chapter.name, locale) }) },
  }));
  return new Response(await subscribedCalendar(entries, { name: nameOf(args, query, found), locale }), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      ...cacheHeaders(["events", "chapters", "places"], nextMidnight(Date.now(), "UTC")),
    },
  });
}

/** The name that people see in their list of calendars: whose events these are, and which of them. */
function nameOf(args: LoaderFunctionArgs, { q, kind, format, language }: Query, { chapter, country, city }: EventsCalendar): string {
  const t = translatorFor(args, "events");
  const locale = localeOf(args);
  const ofChapter = chapter ? localizedText(chapter.name, locale) : "";
  const which = [
    chapter && !hasOwnName(chapter.kind) ? t("page.chapter", { chapter: ofChapter }) : ofChapter,
    localizedText(city ?? country, locale),
    kind ? t(`label.kind.${kind}`) : "",
    format ? t(`label.format.${format}`) : "",
    language ? translatorFor(args, "common")(`language.${language}`) : "",
    q ? `«${q}»` : "",
  ];
  return [translatorFor(args, "common")("brand.name"), ...which].filter(Boolean).join(" · ");
}
