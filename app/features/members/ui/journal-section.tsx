import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { rowRange } from "~/core/pagination";
import { localePath } from "~/core/paths";
import { Pagination } from "~/ui/pagination";
import { SectionHead } from "~/ui/section-head";
import { Tabs } from "~/ui/tabs";

import type { JournalRow } from "../queries.server";
import { entriesPerPage } from "../rules";
import type { JournalParams } from "../schema";
import { JournalList } from "./journal-list";

type Props = { query: JournalParams; journal: { total: number; pages: number; rows: JournalRow[] } };

/** The member's journal, page by page; the first tab shows what others did, since that is what people want to know. */
export function JournalSection({ query, journal: { total, pages, rows } }: Props) {
  const { t } = useTranslation("members");
  const locale = useLocale();
  const addressOf = (who: JournalParams["who"], page = 1) => {
    const search = new URLSearchParams({ ...(who === "all" && { who }), ...(page > 1 && { page: String(page) }) });
    return localePath(locale, `/settings/privacy${search.size > 0 ? `?${search}` : ""}#looked`);
  };
  return (
    <section aria-labelledby="looked">
      <SectionHead id="looked" title={t("myData.looked")} text={t("myData.lookedText")} />
      <div className="stack">
        <Tabs
          label={t("myData.looked")}
          tabs={[
            { to: addressOf("others"), label: t("myData.others"), isCurrent: query.who === "others" },
            { to: addressOf("all"), label: t("myData.everything"), isCurrent: query.who === "all" },
          ]}
        />
        {rows.length > 0 ? (
          <>
            <JournalList rows={rows} />
            <Pagination
              summary={t("myData.shown", { ...rowRange(query.page, entriesPerPage, rows.length), total: formatNumber(total, locale) })}
              page={query.page}
              pages={pages}
              addressOf={(page) => addressOf(query.who, page)}
            />
          </>
        ) : (
          <p className="soft">{query.who === "others" ? t("empty.whoLooked") : t("myData.journalEmpty")}</p>
        )}
      </div>
    </section>
  );
}
