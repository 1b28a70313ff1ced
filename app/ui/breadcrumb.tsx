import { Link } from "@remix-run/react";

import { useTranslation } from "~/core/i18n/use-translation";

type Props = { items: { to: string; label: string; lang?: string }[]; current: { label: string; lang?: string } };

export function Breadcrumb({ items, current }: Props) {
  const { t } = useTranslation("common");
  return (
    <nav className="breadcrumb" aria-label={t("ui.youAreHere")}>
      <ol>
        {items.map(({ to, label, lang }) => (
          <li key={to}>
            <Link to={to} lang={lang}>
              {label}
            </Link>
          </li>
        ))}
        <li aria-current="page" lang={current.lang}>
          {current.label}
        </li>
      </ol>
    </nav>
  );
}
