import type { ReactNode } from "react";

import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { localePath } from "~/core/paths";
import { Breadcrumb } from "~/ui/breadcrumb";
import { PageHead } from "~/ui/page-head";

type Props = { chapter: { slug: string; name: Record<string, string> }; title: string; lead?: ReactNode; action?: ReactNode };

/** The head of a page of the desk, with a breadcrumb back to its overview. */
export function DeskHead({ chapter, title, lead, action }: Props) {
  const locale = useLocale();
  const desk = { to: localePath(locale, `/lead/${chapter.slug}`), label: localizedText(chapter.name, locale) };
  return <PageHead title={title} lead={lead} action={action} breadcrumb={<Breadcrumb items={[desk]} current={{ label: title }} />} />;
}
