import Users from "lucide-react/icons/users";

import { formatDateTime, formatNumber } from "~/core/i18n/format";
import { localize, langAttribute } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { Card } from "~/ui/card";
import { Icon } from "~/ui/icon";
import { SeatsBar } from "~/ui/seats-bar";

import type { DeskOverview } from "../desk-queries.server";

/** The chapter's next event and how full it is. */
export function DeskNextEvent({ slug, event }: { slug: string; event: DeskOverview["nextEvent"] }) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const title = event && localize(event.title, locale);
  return (
    <Card as="section" labelledBy="who-comes" className="who-comes">
      <h2 id="who-comes">{t("desk.comes.title")}</h2>
      {event && title ? (
        <>
          <p className="small soft">
            <span lang={langAttribute(title)}>{title.text}</span>, {formatDateTime(event.startsAt, locale, "dayMonth", event.clock)}
          </p>
          <div className="seats">
            <p className="seats-line">
              <span className="big num">{formatNumber(event.taken, locale)}</span>
              <span className="soft">
                {event.capacity === null
                  ? t("desk.comes.noLimit")
                  : t("desk.comes.seats", { capacity: formatNumber(event.capacity, locale), waiting: formatNumber(event.waiting, locale) })}
              </span>
            </p>
            {event.capacity === null ? null : <SeatsBar share={event.taken / event.capacity} />}
          </div>
          <ButtonLink block to={localePath(locale, `/lead/${slug}/events/${event.id}/attendees`)}>
            <Icon icon={Users} /> {t("desk.comes.open")}
          </ButtonLink>
        </>
      ) : (
        <p className="small soft">{t("desk.comes.none")}</p>
      )}
    </Card>
  );
}
