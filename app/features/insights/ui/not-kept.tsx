import { useTranslation } from "~/core/i18n/use-translation";
import { Notice } from "~/ui/notice";

/** Shown instead of numbers for a month in which the slice was not counted: zeros would be untrue. */
export function NotKept() {
  const { t } = useTranslation("insights");
  return (
    <Notice>
      <p>{t("figures.monthNotKept")}</p>
      <p>{t("figures.places.notKeptText")}</p>
    </Notice>
  );
}
