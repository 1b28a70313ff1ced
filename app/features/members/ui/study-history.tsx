import { formatDate } from "~/core/i18n/format";
import { localize, langAttribute } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Disclosure } from "~/ui/disclosure";

import type { StudyRow } from "../queries.server";

/** What the member told us before, the latest first. Nothing is shown while there is no "before". */
export function StudyHistory({ studies }: { studies: StudyRow[] }) {
  const { t } = useTranslation("members");
  const locale = useLocale();
  if (studies.length < 2) return null;
  const month = (day: string) => formatDate(day, locale, "monthYear", "UTC");
  return (
    <Disclosure summary={t("profile.studyHistory")}>
      <ul role="list" className="journal">
        {studies.map((study) => {
          const city = localize(study.city.name, locale);
          return (
            <li key={study.id}>
              <p className="journal-what" lang="en">
                {study.university?.name ?? study.universityOther}
              </p>
              <p lang={langAttribute(city)}>{city?.text}</p>
              <p>
                {t(`label.degree.${study.degree}`)}, {t(`label.field.${study.field}`)}
              </p>
              <p>
                {month(study.startedOn)} – {month(study.endsOn)}
              </p>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
