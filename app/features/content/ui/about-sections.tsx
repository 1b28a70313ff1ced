import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";

import { aboutSections, type AboutSection } from "../rules";
import { DataVisibility } from "./data-visibility";

const credits = [
  { name: "geonames", to: "https://www.geonames.org/" },
  { name: "cldr", to: "https://cldr.unicode.org/" },
  { name: "naturalEarth", to: "https://www.naturalearthdata.com/" },
  { name: "fonts", to: "https://openfontlicense.org/" },
  { name: "icons", to: "https://lucide.dev/license" },
] as const;

/** What the association says of itself, section by section. */
export function AboutSections() {
  const { t } = useTranslation("content");
  const locale = useLocale();
  const list = (items: ReactNode[]) => (
    <ul>
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
  const texts: Record<AboutSection, ReactNode> = {
    who: (
      <>
        <p>{t("about.who.first")}</p>
        <p>{t("about.who.second")}</p>
      </>
    ),
    do: list([t("about.do.support"), t("about.do.image"), t("about.do.contribute")]),
    values: list([t("about.values.ask"), t("about.values.report"), t("about.values.digital"), t("about.values.merit"), t("about.values.fast")]),
    led: (
      <>
        <p>{t("about.led.first")}</p>
        <p>{t("about.led.second")}</p>
      </>
    ),
    data: (
      <>
        <p>{t("about.data.first")}</p>
        <h3>{t("about.data.never")}</h3>
        {list([
          t("about.data.neverList.number"),
          t("about.data.neverList.ethnicity"),
          t("about.data.neverList.address"),
          t("about.data.neverList.location"),
        ])}
        <h3>{t("about.data.sees")}</h3>
        <DataVisibility />
        <p>{t("about.data.last")}</p>
      </>
    ),
    figures: (
      <>
        <p>{t("about.figures.first")}</p>
        <p>{t("about.figures.second")}</p>
        <p>
          <Link to={localePath(locale, "/map")}>{t("about.figures.map")}</Link>
        </p>
      </>
    ),
    credits: list(
      credits.map(({ name, to }) => (
        <a key={name} href={to}>
          {t(`about.credits.${name}`)}
        </a>
      )),
    ),
    demo: <p>{t("about.demo.text")}</p>,
  };
  return (
    <>
      {aboutSections.map((section) => (
        <section key={section} id={section} className="prose" aria-labelledby={`${section}-title`}>
          <h2 id={`${section}-title`}>{t(`about.${section}.title`)}</h2>
          {texts[section]}
        </section>
      ))}
    </>
  );
}
