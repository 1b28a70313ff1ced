import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Card } from "~/ui/card";
import { MoreLink } from "~/ui/more-link";

import type { JournalRow } from "../queries.server";
import { JournalList } from "./journal-list";

/** The last things others did about the member, and a link to all of them. */
export function JournalCard({ rows }: { rows: JournalRow[] }) {
  const { t } = useTranslation("members");
  const locale = useLocale();
  return (
    <Card as="section" labelledBy="looked" className="chapter-tile">
      <h2 id="looked" className="card-title">
        {t("me.looked")}
      </h2>
      {rows.length > 0 ? <JournalList rows={rows} isShort /> : <p className="soft">{t("empty.whoLooked")}</p>}
      <p>
        <MoreLink to={localePath(locale, "/settings/privacy#looked")}>{t("me.lookedAll")}</MoreLink>
      </p>
    </Card>
  );
}
