import { useTranslation } from "~/core/i18n/use-translation";
import { Table } from "~/ui/table";

const kinds = ["name", "details", "event", "leader", "numbers"] as const;

/** What the site knows about a person, and who can see it. */
export function DataVisibility() {
  const { t } = useTranslation("content");
  return (
    <Table
      caption={t("about.data.sees")}
      columns={[
        { key: "what", label: t("about.data.what"), isRowHeader: true, cell: (kind) => t(`about.data.row.${kind}`) },
        { key: "who", label: t("about.data.who"), cell: (kind) => t(`about.data.row.${kind}Who`) },
      ]}
      rows={[...kinds]}
      rowKey={(kind) => kind}
      onPhones="cards"
    />
  );
}
