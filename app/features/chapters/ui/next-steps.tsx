import type { ReactNode } from "react";

import { formatDate, formatDateTime, formatNumber } from "~/core/i18n/format";
import { localize, langAttribute } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { Notice } from "~/ui/notice";
import { TaskList } from "~/ui/task-list";

import type { DeskOverview } from "../desk-queries.server";
import { nextSteps, type DeskStep } from "../desk-rules";
import { lastDayOf } from "../rules";

/** What to do next, the most urgent highlighted; or a note that nothing is waiting. */
export function NextSteps({ slug, overview, now }: { slug: string; overview: DeskOverview; now: number }) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const desk = localePath(locale, `/lead/${slug}`);
  const steps = nextSteps(overview, now);
  const tasks = steps.map((step, index) => {
    const { title, text, to, action } = wordsOf(step);
    const button = (
      <ButtonLink to={desk + to} tone={index === 0 ? "primary" : undefined}>
        {action}
      </ButtonLink>
    );
    return { title, text, action: button };
  });
  return (
    <section aria-labelledby="next">
      <h2 id="next" className="desk-heading">
        {t("desk.next")}
      </h2>
      {tasks.length > 0 ? <TaskList tasks={tasks} /> : <Notice tone="success">{t("desk.nothing")}</Notice>}
    </section>
  );

  function wordsOf(step: DeskStep): { title: string; text: ReactNode; to: string; action: string } {
    switch (step.kind) {
      case "requests": {
        const days = common("plural.day", { count: step.days });
        const text = step.days > 0 ? t("desk.step.requestsDays", { days }) : t("desk.step.requestsNew");
        return { title: t("desk.step.requests", { count: step.count }), text, to: "/requests", action: t("desk.step.requestsAction") };
      }
      case "event": {
        const { id, title, capacity, startsAt, clock } = step.event;
        const taken = formatNumber(step.event.taken, locale);
        const date = formatDateTime(startsAt, locale, "weekdayDayMonth", clock);
        const text =
          capacity === null ? t("desk.step.eventFree", { taken, date }) : t("desk.step.eventSeats", { taken, capacity: formatNumber(capacity, locale), date });
        return { title: t("desk.step.event"), text: <Titled title={title}>{text}</Titled>, to: `/events/${id}/attendees`, action: t("desk.step.eventAction") };
      }
      case "vacancy":
        return { title: t("desk.step.vacancy"), text: t("desk.step.vacancyText"), to: "/team", action: t("desk.step.teamAction") };
      case "term": {
        const date = formatDate(lastDayOf(step.to), locale, "long", overview.zone);
        const title = t("desk.step.term", { role: t(`label.role.${step.role}`), date });
        return { title, text: t("desk.step.termText", { name: step.name }), to: "/team", action: t("desk.step.teamAction") };
      }
      case "draft": {
        const { id, title, startsAt, clock } = step.draft;
        const text = <Titled title={title}>{t("desk.step.draftText", { date: formatDate(startsAt, locale, "long", clock) })}</Titled>;
        return { title: t("desk.step.drafts", { count: step.count }), text, to: `/events/${id}`, action: t("desk.step.draftAction") };
      }
      default:
        return { title: t("desk.step.plan"), text: t("desk.step.planText"), to: "/events/new", action: t("desk.step.planAction") };
    }
  }
}

/** A text about an event, under its title, which is marked with its language. */
function Titled({ title, children }: { title: Record<string, string>; children: ReactNode }) {
  const shown = localize(title, useLocale());
  return (
    <>
      {shown ? (
        <span className="task-about" lang={langAttribute(shown)}>
          {shown.text}
        </span>
      ) : null}
      {children}
    </>
  );
}
