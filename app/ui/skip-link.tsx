import { useTranslation } from "~/core/i18n/use-translation";

import { focusElement } from "./focus-element";

/** The first stop of the Tab key: skips the header, to `<main id="main">`. */
export function SkipLink() {
  const { t } = useTranslation("common");
  return (
    <a className="skip-link" href="#main" onClick={focusElement("main")}>
      {t("ui.skipToContent")}
    </a>
  );
}
