import PanelTop from "lucide-react/icons/panel-top";
import IdCard from "lucide-react/icons/id-card";
import Plus from "lucide-react/icons/plus";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { Icon } from "~/ui/icon";

/** Links from the desk to other pages; on phones this is the way to the team. */
export function DeskActions({ slug, mayEdit }: { slug: string; mayEdit: boolean }) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  return (
    <div className="row desk-actions">
      {mayEdit ? (
        <ButtonLink to={localePath(locale, `/lead/${slug}/events/new`)}>
          <Icon icon={Plus} /> {t("desk.action.event")}
        </ButtonLink>
      ) : null}
      <ButtonLink to={localePath(locale, `/lead/${slug}/team`)}>
        <Icon icon={IdCard} /> {t("desk.team")}
      </ButtonLink>
      <ButtonLink to={localePath(locale, `/chapters/${slug}`)}>
        <Icon icon={PanelTop} /> {t("desk.action.page")}
      </ButtonLink>
    </div>
  );
}
