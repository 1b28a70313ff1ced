import type { ReactNode } from "react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { Facts } from "~/ui/facts";
import { Horizon } from "~/ui/horizon";

import { ChapterFinder } from "./chapter-finder";

type Props = {
  isSignedIn: boolean;
  facts: { label: ReactNode; value: ReactNode }[];
  /** When the facts were true. */
  asOf: ReactNode;
  /** The world with our cities. */
  world: ReactNode;
};

/** Who we are in one sentence, the way in, and the world. */
export function Hero({ isSignedIn, facts, asOf, world }: Props) {
  const { t } = useTranslation("content");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  return (
    <div className="sky hero">
      <div className="wrap">
        <div className="copy">
          <h1>{t("home.title")}</h1>
          <p className="lead">{t("home.lead")}</p>
          <div className="hero-actions">
            {isSignedIn ? (
              <div className="row">
                <ButtonLink to={localePath(locale, "/me")} tone="primary" large>
                  {t("home.myPage")}
                </ButtonLink>
              </div>
            ) : (
              <div className="row">
                <ButtonLink to={localePath(locale, "/join")} tone="primary" large prefetch="intent">
                  {common("nav.join")}
                </ButtonLink>
                <span className="small soft">{t("home.free")}</span>
              </div>
            )}
            <ChapterFinder />
            <div>
              <Facts facts={facts} />
              {asOf}
            </div>
          </div>
        </div>
        {world}
      </div>
      <Horizon />
    </div>
  );
}
