import CalendarPlus from "lucide-react/icons/calendar-plus";
import { useId } from "react";

import { useTranslation } from "~/core/i18n/use-translation";
import { AddressField } from "~/ui/address-field";
import { buttonClass } from "~/ui/button-class";
import { Card } from "~/ui/card";
import { Icon } from "~/ui/icon";

type Props = {
  /** The absolute URL of the calendar. */
  address: string;
  /** Which events it holds. */
  text: string;
};

/** How to subscribe to events in one's own calendar: the URL, and where to enter it. */
export function SubscribeCard({ address, text }: Props) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const id = useId();
  return (
    <Card as="section" labelledBy={id} className="stack subscribe">
      <h2 id={id}>{common("action.subscribeCalendar")}</h2>
      <p className="small soft">{text}</p>
      <details className="share">
        <summary className={buttonClass({ block: true })}>
          <Icon icon={CalendarPlus} /> {t("calendar.getLink")}
        </summary>
        <div className="stack subscribe-ways">
          <a className={buttonClass({ tone: "tonal", block: true })} href={address.replace(/^https?:/, "webcal:")}>
            {t("calendar.open")}
          </a>
          <p className="small soft">{t("calendar.openText")}</p>
          <AddressField label={t("calendar.address")} address={address} />
          <ul className="small soft">
            <li>{t("calendar.google")}</li>
            <li>{t("calendar.outlook")}</li>
          </ul>
        </div>
      </details>
    </Card>
  );
}
