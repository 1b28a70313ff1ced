import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { EmptyState } from "~/ui/empty-state";

/** The member has no coming events yet, or no past ones: a link to the list of events. */
export function NoOwnEvents({ when, level = 3 }: { when: "coming" | "past"; level?: 2 | 3 }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const isPast = when === "past";
  return (
    <EmptyState
      level={level}
      title={isPast ? t("mine.nonePast") : t("mine.noneComing")}
      text={isPast ? t("mine.nonePastText") : t("mine.noneComingText")}
      actions={<ButtonLink to={localePath(locale, "/events")}>{t("mine.find")}</ButtonLink>}
    />
  );
}
