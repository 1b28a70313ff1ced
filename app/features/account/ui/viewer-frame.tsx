import type { ReactNode } from "react";

import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { useViewer } from "~/core/use-viewer";
import type { Viewer } from "~/core/viewer.server";
import { type ViewerMenu, SiteFrame } from "~/ui/layout/site-frame";
import type { NavItem } from "~/ui/nav-items";

/** Header, page and footer with the reader's menu. Visitors get the menu for everyone; a desk brings its own `places`. */
export function ViewerFrame({ places, children }: { places?: NavItem[]; children: ReactNode }) {
  return (
    <SiteFrame own={useViewerMenu(useViewer())} places={places}>
      {children}
    </SiteFrame>
  );
}

/** Makes links of the desks somebody holds; chapters are named in the language of the page. */
function useViewerMenu(viewer: Viewer | null): ViewerMenu | null {
  const { t } = useTranslation("common");
  const locale = useLocale();
  if (!viewer) return null;

  const leads = viewer.leads.map(({ slug, name }) => ({
    kind: "lead" as const,
    to: localePath(locale, `/lead/${slug}`),
    label: localizedText(name, locale),
  }));
  const coordinate = { kind: "coordinate" as const, to: localePath(locale, "/figures"), label: t("term.figures") };
  return {
    name: [viewer.surname, viewer.givenName].filter(Boolean).join(" ") || t("ui.account"),
    desks: viewer.coordinates ? [...leads, coordinate] : leads,
  };
}
