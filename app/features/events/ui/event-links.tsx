import CalendarPlus from "lucide-react/icons/calendar-plus";
import Copy from "lucide-react/icons/copy";
import Share from "lucide-react/icons/share-2";
import { useState } from "react";

import { wordsIn } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Button } from "~/ui/button";
import { buttonClass } from "~/ui/button-class";
import { Icon } from "~/ui/icon";
import { Input } from "~/ui/input";
import { useHydrated } from "~/ui/use-hydrated";

import type { EventPage } from "../queries.server";

/** Into one's own calendar, and on to friends. The address can be taken by hand where scripts do not run. */
export function EventLinks({ event, url }: { event: EventPage; url: string }) {
  const { t } = useTranslation("common");
  const locale = useLocale();
  if (event.state === "draft") return null;
  return (
    <div className="box-links">
      <a className={buttonClass({ tone: "quiet" })} href={localePath(locale, `/events/${event.slug}.ics`)} download>
        <Icon icon={CalendarPlus} /> {t("action.addToCalendar")}
      </a>
      <details className="share">
        <summary className={buttonClass({ tone: "quiet" })}>
          <Icon icon={Share} /> {t("action.share")}
        </summary>
        <ShareFields url={url} title={wordsIn(event.title, locale)} />
      </details>
    </div>
  );
}

function ShareFields({ url, title }: { url: string; title: string }) {
  const { t } = useTranslation("common");
  const [isCopied, setCopied] = useState(false);
  const isHydrated = useHydrated();
  const canShare = isHydrated && "share" in navigator;
  const copy = () => void navigator.clipboard.writeText(url).then(() => setCopied(true));
  return (
    <div className="stack share-fields">
      <Input type="text" readOnly value={url} aria-label={t("action.share")} onFocus={(event) => event.currentTarget.select()} />
      {isHydrated ? (
        <div className="row">
          <Button type="button" onClick={copy}>
            <Icon icon={Copy} /> {t("action.copyLink")}
          </Button>
          {canShare ? (
            // Somebody who closes the list of apps has changed their mind, which is no fault.
            <Button type="button" onClick={() => void navigator.share({ title, url }).catch(() => undefined)}>
              <Icon icon={Share} /> {t("action.share")}
            </Button>
          ) : null}
        </div>
      ) : null}
      <p role="status" className="small soft">
        {isCopied ? t("notice.linkCopied") : null}
      </p>
    </div>
  );
}
