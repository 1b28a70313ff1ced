import { formatDate } from "~/core/i18n/format";
import { localize, langAttribute } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { DetailsList } from "~/ui/details-list";
import { MoreLink } from "~/ui/more-link";
import { SectionHead } from "~/ui/section-head";

import type { MyPage } from "../queries.server";

/** What the member told us about their study. */
export function MyStudy({ study }: Pick<MyPage, "study">) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const city = localize(study?.city, locale);
  return (
    <section aria-labelledby="study">
      <SectionHead id="study" title={t("me.study")} more={<MoreLink to={localePath(locale, "/settings/profile#study")}>{t("me.editStudy")}</MoreLink>} />
      {study ? (
        <DetailsList
          details={[
            { label: common("term.university"), value: study.university, lang: "en" },
            { label: common("ui.city"), value: city?.text, lang: langAttribute(city) },
            { label: common("term.degree"), value: t(`label.degree.${study.degree}`) },
            { label: common("term.fieldOfStudy"), value: t(`label.field.${study.field}`) },
            { label: t("me.studyEnds"), value: formatDate(study.endsOn, locale, "monthYear", "UTC") },
          ]}
        />
      ) : (
        <p className="soft">{t("me.noStudy")}</p>
      )}
    </section>
  );
}
