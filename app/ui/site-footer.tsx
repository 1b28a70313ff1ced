import { Link } from "@remix-run/react";

import { useTranslation } from "~/core/i18n/use-translation";

import { Frieze } from "./frieze";
import { LanguageLinks } from "./language-links";
import { Logo } from "./logo";

type FooterColumn = { title: string; links: { to: string; label: string }[] };

type Props = { columns: FooterColumn[]; /** The page with the credits: shown here, their Latin names would load one more font on every page. */ creditsTo: string };

/** Who we are, links, the languages, and the way to the credits. */
export function SiteFooter({ columns, creditsTo }: Props) {
  const { t } = useTranslation("common");
  return (
    <footer className="site-footer">
      <Frieze />
      <div className="wrap">
        <div className="cols">
          <div className="who">
            <div className="logo">
              <Logo />
            </div>
            <p>{t("footer.about")}</p>
          </div>
          {columns.map(({ title, links }) => (
            <nav key={title} aria-label={title}>
              <h2>{title}</h2>
              <ul role="list">
                {links.map(({ to, label }) => (
                  <li key={to}>
                    <Link to={to}>{label}</Link>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
          <nav aria-label={t("footer.language")}>
            <h2>{t("footer.language")}</h2>
            <div className="languages">
              <LanguageLinks />
            </div>
          </nav>
        </div>
        <div className="fine">
          <p>{t("footer.demo")}</p>
          <Link to={creditsTo}>{t("footer.credits")}</Link>
        </div>
      </div>
    </footer>
  );
}
