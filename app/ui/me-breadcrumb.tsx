import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";

import { Breadcrumb } from "./breadcrumb";

/** The way back from one of the reader's own pages to `/me`. */
export function MeBreadcrumb({ current }: { current: string }) {
  const { t } = useTranslation("common");
  return <Breadcrumb items={[{ to: localePath(useLocale(), "/me"), label: t("nav.me") }]} current={{ label: current }} />;
}
