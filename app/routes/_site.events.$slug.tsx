import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { conflict, unprocessable } from "~/core/form-reply.server";
import { env } from "~/core/env.server";
import { readForm } from "~/core/forms.server";
import { localeOf, member } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { localizedText } from "~/core/i18n/language-map";
import { key } from "~/core/i18n/translation-key";
import { useLocale } from "~/core/i18n/use-locale";
import { cacheHeaders, forwardCacheHeaders } from "~/core/cache-headers";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { cut } from "~/core/text";
import { cancelRegistration, register } from "~/features/events/commands.server";
import { findEvent, findMyRegistration } from "~/features/events/queries.server";
import { canCancelRegistration, changesAt } from "~/features/events/rules";
import { registrationSchema } from "~/features/events/schema";
import { EventClocks } from "~/features/events/ui/event-clocks";
import { EventHead } from "~/features/events/ui/event-head";
import { EventOrganiser } from "~/features/events/ui/event-organiser";
import { EventPlace } from "~/features/events/ui/event-place";
import { EventText } from "~/features/events/ui/event-text";
import { CancelRegistrationDialog } from "~/features/events/ui/cancel-registration-dialog";
import { LeaderBar } from "~/features/events/ui/leader-bar";
import { NoSuchEvent } from "~/features/events/ui/no-such-event";
import { RegistrationBox } from "~/features/events/ui/registration-box";
import { findViewerOfEvent } from "~/features/events/viewer.server";
import { Split } from "~/ui/layout/split";

export const handle = { i18n: ["events"] };
export const meta = headOf;
export const headers = forwardCacheHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { visit } = args.context;
  const locale = localeOf(args);
  const slug = args.params.slug ?? "";
  const t = translatorFor(args, "events");
  const [event, registration] = await Promise.all([findEvent(visit.db, slug), visit.account ? findMyRegistration(visit.db, slug) : null]);
  if (!event) return data({ head: head(args, { title: t("page.notFound"), isPublic: false }), event: null }, { status: 404 });

  const now = Date.now();
  const { searchParams } = new URL(args.request.url);
  const ownTitle = localizedText(event.title, locale);
  // Link previews and bookmarks show nothing but the title, so it has to say that the event is cancelled.
  const title = event.state === "cancelled" ? `${t("label.state.cancelled")} · ${ownTitle}` : ownTitle;
  const description = localizedText(event.summary, locale) || cut(localizedText(event.description, locale), 200);
  const isPublic = event.visibility === "everyone" && event.state !== "draft";
  return data(
    {
      head: head(args, { title, description, isPublic }),
      now,
      event,
      ...(await findViewerOfEvent(visit, event.chapter.id)),
      mine: registration?.mine ?? null,
      access: registration?.access ?? null,
      url: env().SITE_URL + localePath(locale, `/events/${slug}`),
      notice: searchParams.get("notice"),
      isCancelling: searchParams.get("ask") === "give-back",
    },
    { headers: cacheHeaders([`event:${event.id}`, `chapter:${event.chapter.id}`, "places"], changesAt([event], now)) },
  );
}

export async function action(args: ActionFunctionArgs) {
  const { db } = await member(args);
  const submission = parseWithZod(await readForm(args), { schema: registrationSchema });
  if (submission.status !== "success") return unprocessable(submission);
  const slug = args.params.slug ?? "";
  const result = submission.value.intent === "register" ? await register(db, slug) : await cancelRegistration(db, slug);
  if (!result) throw notFound();
  if (!result.ok) return conflict(submission, key("events", `refusal.${result.reason}`));
  return redirect(`${localePath(localeOf(args), `/events/${slug}`)}?notice=${result.notice}`);
}

export default function EventPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const locale = useLocale();
  if (!page.event) return <NoSuchEvent />;
  const { event, viewer, desk, mine, access, now, url, notice, isCancelling } = page;
  return (
    <>
      <EventHead event={event} now={now} />
      {desk ? <LeaderBar chapter={event.chapter.slug} event={event.id} mayEdit={desk.mayEdit} /> : null}
      <Split
        asideOnPhones="second"
        aside={<RegistrationBox event={event} viewer={viewer} mine={mine} access={access} now={now} answer={answer} notice={notice} url={url} />}
      >
        <div className="stack event-facts">
          <EventClocks event={event} now={now} />
          <EventPlace event={event} />
        </div>
        <EventText event={event} />
        <EventOrganiser event={event} />
      </Split>
      {isCancelling && mine && canCancelRegistration(event, mine, now) ? (
        <CancelRegistrationDialog mine={mine} closeTo={localePath(locale, `/events/${event.slug}`)} />
      ) : null}
    </>
  );
}
