import { Fragment } from "react";

import { useTranslation } from "~/core/i18n/use-translation";
import { Disclosure } from "~/ui/disclosure";

const terms = ["members", "city", "rounding", "dots", "borders"] as const;

/** Explains what the numbers on the map are. */
export function MapDefinitions() {
  const { t } = useTranslation("map");
  const { t: common } = useTranslation("common");
  return (
    <div className="definitions">
      <Disclosure summary={common("term.definition")}>
        <dl>
          {terms.map((term) => (
            <Fragment key={term}>
              <dt>{t(`definition.${term}`)}</dt>
              <dd>{t(`definition.${term}Text`)}</dd>
            </Fragment>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
