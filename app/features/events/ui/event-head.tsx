import Tag from "lucide-react/icons/tag";
import Lock from "lucide-react/icons/lock";

import { dayOf, formatDate } from "~/core/i18n/format";
import { localize, langAttribute } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Badge } from "~/ui/badge";
import { Badges } from "~/ui/badges";
import { Breadcrumb } from "~/ui/breadcrumb";
import { DateBlock } from "~/ui/date-block";
import { Horizon } from "~/ui/horizon";
import { isLanguage } from "~/ui/languages";

import type { EventPage } from "../queries.server";

/** The sky band of an event: its day as a large block, its title, what kind it is and in which languages. */
export function EventHead({ event, now }: { event: EventPage; now: number }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const title = localize(event.title, locale);
  const chapter = localize(event.chapter.name, locale);
  return (
    <div className="sky">
      <div className="wrap page-head">
        <Breadcrumb
          items={[
            { to: localePath(locale, "/events"), label: t("list.title") },
            { to: localePath(locale, `/chapters/${event.chapter.slug}`), label: t("page.chapter", { chapter: chapter?.text ?? "" }) },
          ]}
          current={{ label: title?.text ?? "", lang: langAttribute(title) }}
        />
        <div className="event-head">
          <LargeDate event={event} now={now} />
          <div>
            <h1 lang={langAttribute(title)}>{title?.text}</h1>
            <Badges>
              {event.state === "cancelled" ? <Badge tone="danger">{t("label.state.cancelled")}</Badge> : null}
              {event.state === "draft" ? <Badge tone="warning">{t("label.state.draft")}</Badge> : null}
              {event.spoken.filter(isLanguage).map((code) => (
                <Badge key={code} tone="lang">
                  {common(`language.${code}`)}
                </Badge>
              ))}
              <Badge tone="sky" icon={Tag}>
                {t(`label.kind.${event.kind}`)}
              </Badge>
              {event.visibility === "everyone" ? null : (
                <Badge tone="sky" icon={Lock}>
                  {t(`label.visibility.${event.visibility}`)}
                </Badge>
              )}
            </Badges>
          </div>
        </div>
      </div>
      <Horizon />
    </div>
  );
}

function LargeDate({ event: { startsAt, clock }, now }: { event: EventPage; now: number }) {
  const locale = useLocale();
  // The month as inside a date: Russian inflects it there, and on phones it follows the day.
  const month = formatDate(startsAt, locale, "dayMonth", clock).replace(/[\d\s]/g, "");
  const weekday = formatDate(startsAt, locale, "weekday", clock);
  return (
    <DateBlock
      large
      dateTime={dayOf(startsAt, clock)}
      month={{ short: month, full: month }}
      day={formatDate(startsAt, locale, "day", clock)}
      weekday={{ short: weekday, full: weekday }}
      isToday={dayOf(startsAt, clock) === dayOf(now, clock)}
    />
  );
}
