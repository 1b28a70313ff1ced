import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { cacheHeaders, forwardCacheHeaders } from "~/core/cache-headers";
import { localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { formatDate, formatList, formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { isSignedIn } from "~/features/account/after-sign-in.server";
import { fourWordsIn } from "~/features/content/four-words.server";
import { FourWords } from "~/features/content/ui/four-words";
import { Hero } from "~/features/content/ui/hero";
import { HowToJoin } from "~/features/content/ui/how-to-join";
import { NextEvents } from "~/features/content/ui/next-events";
import { Promises } from "~/features/content/ui/promises";
import { listComingEvents } from "~/features/events/queries.server";
import { changesAt } from "~/features/events/rules";
import { EventCards } from "~/features/events/ui/event-cards";
import { buildWorldDrawing } from "~/features/map/map-view";
import { findWorldMap } from "~/features/map/queries.server";
import { World } from "~/features/map/ui/world";
import { AsOf } from "~/ui/as-of";

export const handle = { i18n: ["content", "events", "map"] };
export const meta = headOf;
export const headers = forwardCacheHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { visit } = args.context;
  const locale = localeOf(args);
  const [map, events, signedIn] = await Promise.all([findWorldMap(visit.db, locale), listComingEvents(visit.db, { limit: 4 }), isSignedIn(visit)]);

  const now = Date.now();
  const t = translatorFor(args, "content");
  const until = changesAt(events, now);
  return data(
    {
      head: head(args, { title: t("home.title"), description: t("home.description") }),
      now,
      isSignedIn: signedIn,
      events,
      asOf: map.asOf,
      counts: { members: map.members, countries: map.countries.length, cities: map.cities.length },
      world: buildWorldDrawing(map, locale),
      words: fourWordsIn(locale),
    },
    { headers: cacheHeaders(["figures", "chapters", "places", "events", ...events.map(({ id }) => `event:${id}` as const)], until) },
  );
}

export default function HomePage() {
  const { now, isSignedIn, events, asOf, counts, world, words } = useLoaderData<typeof loader>();
  const { t } = useTranslation("content");
  const { t: common } = useTranslation("common");
  const { t: map } = useTranslation("map");
  const locale = useLocale();
  const { members, countries, cities } = counts;
  const membersText = members === null ? common("term.tenOrFewer") : formatNumber(members, locale);
  return (
    <>
      <Hero
        isSignedIn={isSignedIn}
        facts={[
          ...(asOf ? [{ label: t("home.fact.members", { count: members ?? 10 }), value: membersText }] : []),
          { label: t("home.fact.countries", { count: countries }), value: formatNumber(countries, locale) },
          { label: t("home.fact.cities", { count: cities }), value: formatNumber(cities, locale) },
        ]}
        asOf={asOf ? <AsOf>{common("term.asOf", { date: formatDate(asOf, locale, "long", "UTC") })}</AsOf> : null}
        world={
          <figure className="world">
            <World
              drawing={world}
              title={map("drawing.title")}
              description={map("drawing.cities", { cities, countries, largest: formatList(world.largest, locale) })}
              home={map("drawing.home")}
            />
            <figcaption className="legend">
              <Link to={localePath(locale, "/map")}>{t("home.mapTable")}</Link>
            </figcaption>
          </figure>
        }
      />
      <NextEvents>{events.length > 0 ? <EventCards events={events} now={now} /> : null}</NextEvents>
      <Promises />
      <FourWords words={words} />
      {isSignedIn ? null : <HowToJoin />}
    </>
  );
}
