import { formatDate } from "~/core/i18n/format";
import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { fullName } from "~/features/members/rules";
import { PageHead } from "~/ui/page-head";

import type { DeskOverview } from "../desk-queries.server";
import { lastDayOf } from "../rules";

type Props = {
  chapter: { name: Record<string, string> };
  me: { surname: string; givenName: string };
  overview: Pick<DeskOverview, "mine" | "zone">;
};

/** Whose desk this is: the chapter, and the reader's offices there with their terms. */
export function OverviewHead({ chapter, me, overview: { mine, zone } }: Props) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const date = (moment: number) => formatDate(moment, locale, "numeric", zone);
  const office = mine.map(({ role, from, to }) => (
    <p key={role} className="small soft office">
      {t("desk.office", { name: fullName({ ...me, patronymic: null }), role: t(`label.role.${role}`), from: date(from), to: date(lastDayOf(to)) })}
    </p>
  ));
  return <PageHead title={t("desk.title", { chapter: localizedText(chapter.name, locale) })} breadcrumb={office} />;
}
