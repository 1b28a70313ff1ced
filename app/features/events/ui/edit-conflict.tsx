import { useTranslation } from "~/core/i18n/use-translation";
import { Notice } from "~/ui/notice";

/** Somebody else saved the event while this form was being filled in: nothing is lost, and saving again is up to the reader. */
export function EditConflict({ path }: { path: string }) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  return (
    <Notice tone="sun">
      <p>{t("desk.conflictText")}</p>
      <p>
        <a href={path} target="_blank" rel="noreferrer">
          {t("desk.openNewer")} <span className="visually-hidden">({common("ui.opensNewTab")})</span>
        </a>
      </p>
    </Notice>
  );
}
