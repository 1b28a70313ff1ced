import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { MoreLink } from "~/ui/more-link";
import { SectionHead } from "~/ui/section-head";

/** `children`: the cards; null when nothing is announced. */
export function NextEvents({ children }: { children: ReactNode }) {
  const { t } = useTranslation("content");
  const locale = useLocale();
  return (
    <section className="section section-first" aria-labelledby="next-events">
      <div className="wrap">
        <SectionHead id="next-events" title={t("home.events")} more={<MoreLink to={localePath(locale, "/events")}>{t("home.allEvents")}</MoreLink>} />
        {children ?? (
          <p className="soft">
            {t("home.noEvents")} <Link to={localePath(locale, "/events?when=past")}>{t("home.pastEvents")}</Link>
          </p>
        )}
      </div>
    </section>
  );
}
