import MapPin from "lucide-react/icons/map-pin";
import Video from "lucide-react/icons/video";

import { useTranslation } from "~/core/i18n/use-translation";
import { buttonClass } from "~/ui/button-class";
import { Icon } from "~/ui/icon";

import type { EventAccess, EventPage } from "../queries.server";

/** The link and the exact address, for registered people. */
export function AccessDetails({ event, access }: { event: EventPage; access: EventAccess | null }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const isOnline = event.format !== "on_site";
  return (
    <div className="stack how-to-get-in">
      {access?.address ? (
        <p className="row">
          <Icon icon={MapPin} /> <span>{t("box.address", { address: access.address })}</span>
        </p>
      ) : null}
      {isOnline && access?.link ? (
        <a className={buttonClass({ tone: "tonal", block: true })} href={access.link} target="_blank" rel="noreferrer">
          <Icon icon={Video} /> {t("box.openLink")} <span className="visually-hidden">({common("ui.opensNewTab")})</span>
        </a>
      ) : null}
      {isOnline && !access?.link ? <p className="small soft">{t("box.linkMissing")}</p> : null}
      {!isOnline && !access?.address ? <p className="small soft">{t("box.comeTo", { place: event.venue ?? "" })}</p> : null}
    </div>
  );
}
