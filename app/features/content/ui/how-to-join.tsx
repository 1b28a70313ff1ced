import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";

const steps = ["email", "study", "you"] as const;

/** The three steps to membership. */
export function HowToJoin() {
  const { t } = useTranslation("content");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="how-to-join">
      <div className="wrap stack how-to-join">
        <h2 id="how-to-join">{t("home.how")}</h2>
        <ol role="list" className="steps">
          {steps.map((step) => (
            <li key={step}>
              <div>
                <h3>{t(`home.step.${step}.title`)}</h3>
                <p>{t(`home.step.${step}.text`)}</p>
              </div>
            </li>
          ))}
        </ol>
        <p>
          <ButtonLink to={localePath(locale, "/join")} tone="primary" large>
            {common("nav.join")}
          </ButtonLink>
        </p>
      </div>
    </section>
  );
}
