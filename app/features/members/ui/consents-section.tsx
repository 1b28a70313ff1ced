import Check from "lucide-react/icons/check";

import { formatDateTime, insideSentence } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Choice } from "~/ui/choice";
import { Disclosure } from "~/ui/disclosure";
import { Fieldset } from "~/ui/fieldset";
import { FormActions } from "~/ui/form-actions";
import { FormFields } from "~/ui/form-fields";
import { Icon } from "~/ui/icon";
import { PostForm } from "~/ui/post-form";
import { SectionHead } from "~/ui/section-head";
import { SubmitButton } from "~/ui/submit-button";

import type { ConsentRow } from "../queries.server";
import { currentConsents, optionalConsents, requiredConsents } from "../rules";

/** The member's current consents, which they can change unless they have left, and the history of all their answers. `ledger`: the latest first. */
export function ConsentsSection({ ledger, hasLeft }: { ledger: ConsentRow[]; hasLeft: boolean }) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const given = currentConsents(ledger);
  const required = requiredConsents.filter((purpose) => given.includes(purpose));
  const requiredText = t(hasLeft ? "myData.consentsAnew" : "myData.consentsNeeded");
  return (
    <section aria-labelledby="consents">
      <SectionHead id="consents" title={t("myData.consents")} text={required.length > 0 ? requiredText : undefined} />
      {required.length > 0 ? (
        <ul role="list" className="ticked">
          {required.map((purpose) => (
            <li key={purpose}>
              <Icon icon={Check} /> <span>{t(`label.purpose.${purpose}`)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {hasLeft && required.length > 0 ? (
        <PostForm>
          <FormActions>
            <SubmitButton name="intent" value="withdraw" tone="tonal">
              {t("myData.consentsWithdraw")}
            </SubmitButton>
          </FormActions>
        </PostForm>
      ) : null}
      {hasLeft ? null : (
        <PostForm key={given.join()} untyped={["shown"]}>
          <input type="hidden" name="shown" value={given.join(" ")} />
          <FormFields>
            <Fieldset legend={t("join.you.chosen")} hint={t("myData.consentsFree")}>
              {optionalConsents.map((purpose) => (
                <Choice key={purpose} type="checkbox" name="agreed" value={purpose} defaultChecked={given.includes(purpose)} label={t(`label.purpose.${purpose}`)} />
              ))}
            </Fieldset>
            <FormActions>
              <SubmitButton name="intent" value="consents">
                {t("myData.consentsSave")}
              </SubmitButton>
            </FormActions>
          </FormFields>
        </PostForm>
      )}
      <Disclosure summary={t("myData.consentHistory")}>
        <ul role="list" className="journal">
          {ledger.map(({ id, purpose, isGiven, language, version, at }) => (
            <li key={id}>
              <p className="journal-what">{t(`label.purpose.${purpose}`)}</p>
              <p>{t("myData.answer", { answer: isGiven ? common("ui.yes") : common("ui.no") })}</p>
              <p>{t("myData.shownIn", { language: insideSentence(common(`language.${language}`), locale), version })}</p>
              <p>
                <time dateTime={at}>{formatDateTime(at, locale, "long", "UTC")}</time>
              </p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}
