import { Form } from "@remix-run/react";
import Search from "lucide-react/icons/search";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Button } from "~/ui/button";
import { Input } from "~/ui/input";

/** A search for chapters, for those who know the city; the list of chapters shows the results. */
export function ChapterFinder() {
  const { t } = useTranslation("content");
  const locale = useLocale();
  return (
    <Form className="finder" role="search" method="get" action={localePath(locale, "/chapters")}>
      <label htmlFor="find">{t("home.find")}</label>
      <div className="line">
        <Input icon={Search} id="find" name="q" type="search" placeholder={t("home.findHint")} maxLength={100} autoComplete="off" />
        <Button type="submit">{t("home.findButton")}</Button>
      </div>
    </Form>
  );
}
