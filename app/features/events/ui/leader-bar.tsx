import Pencil from "lucide-react/icons/pencil";
import Users from "lucide-react/icons/users";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { Icon } from "~/ui/icon";

/** For the leaders of an event, on its public page: links to their desk. */
export function LeaderBar({ chapter, event, mayEdit }: { chapter: string; event: string; mayEdit: boolean }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const desk = localePath(locale, `/lead/${chapter}/events/${event}`);
  return (
    <nav className="wrap row leader-bar" aria-label={t("lead.desk")}>
      {mayEdit ? (
        <ButtonLink to={desk}>
          <Icon icon={Pencil} /> {common("action.edit")}
        </ButtonLink>
      ) : null}
      <ButtonLink to={`${desk}/attendees`}>
        <Icon icon={Users} /> {t("lead.whoComes")}
      </ButtonLink>
    </nav>
  );
}
