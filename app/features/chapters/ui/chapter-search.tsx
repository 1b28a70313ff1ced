import { Form } from "@remix-run/react";
import Search from "lucide-react/icons/search";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Button } from "~/ui/button";
import { Input } from "~/ui/input";

import type { ChapterListParams } from "../schema";

/** The main thing to do in the finder: type a place. The filters chosen below are kept. */
export function ChapterSearch({ query: { q, page: _page, ...chosen } }: { query: ChapterListParams }) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  return (
    <Form className="search-line" method="get" action={localePath(locale, "/chapters")} role="search" aria-label={common("ui.searchLabel")}>
      <label>
        <span className="visually-hidden">{t("finder.search")}</span>
        <Input key={q ?? ""} icon={Search} type="search" name="q" defaultValue={q} placeholder={t("finder.search")} maxLength={100} enterKeyHint="search" />
      </label>
      {Object.entries(chosen).map(([name, value]) => (value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />))}
      <Button type="submit" tone="primary">
        {common("action.search")}
      </Button>
    </Form>
  );
}
