import Building from "lucide-react/icons/building-2";
import Video from "lucide-react/icons/video";

import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Icon } from "~/ui/icon";

import type { EventPage } from "../queries.server";

/** Where the event is: the venue with its city, or online; says what only registered people will see. */
export function EventPlace({ event }: { event: EventPage }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const town = [localizedText(event.city, locale), localizedText(event.country, locale)].filter(Boolean).join(", ");
  return (
    <>
      {event.format === "online" ? null : (
        <div className="place">
          <Icon icon={Building} />
          <div>
            <p>
              <strong>{event.venue}</strong>
            </p>
            {event.address ? <p className="soft">{event.address}</p> : null}
            <p className="soft">{town}</p>
            {event.hasAddressInside ? <p className="small soft">{t("page.addressLater")}</p> : null}
          </div>
        </div>
      )}
      {event.format === "on_site" ? null : (
        <div className="place">
          <Icon icon={Video} />
          <div>
            <p>
              <strong>{event.format === "hybrid" ? t("page.alsoOnline") : t("label.format.online")}</strong>
            </p>
            <p className="small soft">{t("page.linkLater")}</p>
          </div>
        </div>
      )}
    </>
  );
}
