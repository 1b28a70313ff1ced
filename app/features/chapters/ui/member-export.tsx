import Download from "lucide-react/icons/download";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";

/** Exports the list as a file. A plain form, not Remix's, so that the browser saves the response; POST, since the export is recorded in the journal. */
export function MemberExport({ slug }: { slug: string }) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  return (
    <form method="post" action={localePath(locale, `/lead/${slug}/members.csv`)} className="member-export">
      <Button type="submit" aria-describedby="member-export">
        <Icon icon={Download} /> {t("desk.member.csv")}
      </Button>
      <p id="member-export" className="small soft">
        {t("desk.member.csvHint")}
      </p>
    </form>
  );
}
