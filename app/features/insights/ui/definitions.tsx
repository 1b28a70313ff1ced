import { Fragment } from "react";

import { useTranslation } from "~/core/i18n/use-translation";
import { Disclosure } from "~/ui/disclosure";

const terms = ["members", "joins", "leaves", "moved", "changed", "balance", "growth", "months", "kept"] as const;

/** What each number on the page means. */
export function Definitions() {
  const { t } = useTranslation("insights");
  const { t: common } = useTranslation("common");
  return (
    <section className="card definitions" aria-label={common("term.definition")}>
      <Disclosure summary={common("term.definition")} isOpen>
        <dl>
          {terms.map((term) => (
            <Fragment key={term}>
              <dt>{t(`figures.definition.${term}.term`)}</dt>
              <dd>{t(`figures.definition.${term}.text`)}</dd>
            </Fragment>
          ))}
        </dl>
      </Disclosure>
    </section>
  );
}
