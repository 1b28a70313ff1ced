import CalendarDays from "lucide-react/icons/calendar-days";
import ShieldCheck from "lucide-react/icons/shield-check";
import Users from "lucide-react/icons/users";

import { useTranslation } from "~/core/i18n/use-translation";
import { Icon } from "~/ui/icon";

const promises = [
  { name: "chapter", icon: Users },
  { name: "events", icon: CalendarDays },
  { name: "data", icon: ShieldCheck },
] as const;

/** What membership offers: only what the site really does. */
export function Promises() {
  const { t } = useTranslation("content");
  return (
    <section className="section-below" aria-labelledby="gives">
      <div className="wrap">
        <h2 id="gives" className="short-lines">
          {t("home.gives")}
        </h2>
        <div className="promises">
          {promises.map(({ name, icon }) => (
            <div key={name}>
              <Icon icon={icon} />
              <h3>{t(`home.give.${name}.title`)}</h3>
              <p>{t(`home.give.${name}.text`)}</p>
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
