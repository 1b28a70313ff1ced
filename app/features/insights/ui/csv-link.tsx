import Download from "lucide-react/icons/download";

import { useTranslation } from "~/core/i18n/use-translation";
import { Icon } from "~/ui/icon";

/** Downloads a table as CSV, filtered as now. */
export function CsvLink({ to, table }: { to: string; table: string }) {
  const { t } = useTranslation("insights");
  return (
    <a className="file-link" href={to} download>
      <Icon icon={Download} /> {t("figures.file.csv")}
      <span className="visually-hidden">{t("figures.file.csvOf", { table })}</span>
    </a>
  );
}
