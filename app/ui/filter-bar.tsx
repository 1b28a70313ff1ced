import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

import { useTranslation } from "~/core/i18n/use-translation";

import { Button } from "./button";

/** Selects that put themselves into the address of this page. The button keeps a changed select from sending the reader away. */
export function FilterBar({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslation("common");
  return (
    <Form className="filter-bar" method="get" role="search" aria-label={label} preventScrollReset>
      {children}
      <Button type="submit">{t("ui.show")}</Button>
    </Form>
  );
}
