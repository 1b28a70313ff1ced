import { localizedText, type LanguageMap } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Breadcrumb } from "~/ui/breadcrumb";

type Props = { chapter: { slug: string; name: LanguageMap }; current: { label: string; lang?: string } };

/** Breadcrumb from an event's page back to the desk of its chapter. */
export function DeskBreadcrumb({ chapter, current }: Props) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const desk = localePath(locale, `/lead/${chapter.slug}`);
  const items = [
    { to: desk, label: t("desk.chapter", { chapter: localizedText(chapter.name, locale) }) },
    { to: `${desk}/events`, label: t("list.title") },
  ];
  return <Breadcrumb items={items} current={current} />;
}
