import { useTranslation } from "~/core/i18n/use-translation";

import { leadTo } from "./lead-to";

/** The first stop of the Tab key: skips the header, to `<main id="main">`. */
export function SkipLink() {
  const { t } = useTranslation("common");
  return (
    <a className="skip-link" href="#main" onClick={leadTo("main")}>
      {t("ui.skipToContent")}
    </a>
  );
}
