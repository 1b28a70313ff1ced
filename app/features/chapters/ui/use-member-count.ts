import { useTranslation } from "~/core/i18n/use-translation";

/** Puts a published number of members into words: rounded, or "ten or fewer". */
export function useMemberCount(): (members: number | null) => string {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  return (members) => (members === null ? t("finder.few") : common("plural.member", { count: members }));
}
