import { useTranslation } from "~/core/i18n/use-translation";

import { aboutSections } from "../rules";

/** Links to the sections of the page. */
export function AboutContents() {
  const { t } = useTranslation("content");
  return (
    <nav aria-labelledby="contents" className="contents">
      <h2 id="contents">{t("about.contents")}</h2>
      <ul role="list">
        {aboutSections.map((section) => (
          <li key={section}>
            <a href={`#${section}`}>{t(`about.${section}.title`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
