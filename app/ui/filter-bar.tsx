import { Form } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import type { ReactNode } from "react";

import { useTranslation } from "~/core/i18n/use-translation";

import { Button } from "./button";
import { Input } from "./input";

type Props = {
  label: string;
  /** The search field: its label, and the current query. */
  search?: { label: string; value: string | undefined };
  /** Selects, and hidden fields. */
  children?: ReactNode;
};

/** Search and filters, which go into the address of this page. The button is there so that changing a select does not navigate by itself. */
export function FilterBar({ label, search, children }: Props) {
  const { t } = useTranslation("common");
  return (
    <Form className="filter-bar" method="get" role="search" aria-label={label} preventScrollReset>
      {search ? (
        <label className="search-field">
          <span className="visually-hidden">{search.label}</span>
          <Input key={search.value ?? ""} icon={Search} type="search" name="q" defaultValue={search.value} placeholder={t("action.search")} maxLength={100} />
        </label>
      ) : null}
      {children ? <div className={search ? "filter-selects filters-scroll" : "filter-selects"}>{children}</div> : null}
      <Button type="submit">{t(children ? "ui.show" : "action.search")}</Button>
    </Form>
  );
}
