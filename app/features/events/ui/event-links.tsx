import CalendarPlus from "lucide-react/icons/calendar-plus";
import Share from "lucide-react/icons/share-2";

import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { AddressField } from "~/ui/address-field";
import { Button } from "~/ui/button";
import { buttonClass } from "~/ui/button-class";
import { Icon } from "~/ui/icon";
import { useHydrated } from "~/ui/use-hydrated";

import type { EventPage } from "../queries.server";

type Props = {
  event: EventPage;
  url: string;
  /** Whether the event is neither over nor cancelled. */
  isAhead: boolean;
};

/** Adding the event to a calendar, and sharing it. The URL can be copied by hand where scripts do not run. */
export function EventLinks({ event, url, isAhead }: Props) {
  const { t } = useTranslation("common");
  const locale = useLocale();
  if (event.state === "draft") return null;
  return (
    <div className="box-links">
      {isAhead ? (
        <a className={buttonClass({ tone: "quiet" })} href={localePath(locale, `/events/${event.slug}.ics`)} download>
          <Icon icon={CalendarPlus} /> {t("action.addToCalendar")}
        </a>
      ) : null}
      <details className="share">
        <summary className={buttonClass({ tone: "quiet" })}>
          <Icon icon={Share} /> {t("action.share")}
        </summary>
        <ShareFields url={url} title={localizedText(event.title, locale)} />
      </details>
    </div>
  );
}

function ShareFields({ url, title }: { url: string; title: string }) {
  const { t } = useTranslation("common");
  const isHydrated = useHydrated();
  const canShare = isHydrated && "share" in navigator;
  return (
    <AddressField label={t("action.share")} address={url}>
      {canShare ? (
        // Closing the list of apps rejects the promise: the reader has changed their mind, which is no error.
        <Button type="button" onClick={() => void navigator.share({ title, url }).catch(() => undefined)}>
          <Icon icon={Share} /> {t("action.share")}
        </Button>
      ) : null}
    </AddressField>
  );
}
